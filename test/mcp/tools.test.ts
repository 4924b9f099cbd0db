/** The tools by themselves: what they take follows from the API, and is short enough to be read with every question. */

import { getOperationAST, print, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/api/limits.ts';
import { measureOperation } from '../../src/api/measure-operation.ts';
import { listTool } from '../../src/mcp/list-tool.ts';
import { nodeTool } from '../../src/mcp/node-tool.ts';
import { questionTool } from '../../src/mcp/question-tool.ts';
import { inputSchemaOf, outputSchemaOf, type Tool } from '../../src/mcp/tool.ts';
import { createTools } from '../../src/mcp/tools.ts';
import { rootTypes } from '../../src/model/model.ts';
import { buildSchema } from '../run-operation.ts';

const { schema, model } = buildSchema();
const tools = createTools(schema, model);
const toolNamed = (name: string): Tool => {
  const tool = tools.find((each) => each.name === name);
  if (!tool) throw new Error(`there is no tool ${name}`);
  return tool;
};

/** Tokens at the least favourable: three letters, or two thirds of a Chinese character, to one. */
function mostTokens(text: string): number {
  const wide = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return (text.length - wide) / 3 + wide * 1.5;
}

describe('what tools take', () => {
  test('has the names of root fields and of their arguments', () => {
    const fields = schema.getQueryType()?.getFields() ?? {};
    const own = ['lang', 'relationship', 'first', 'after'];
    for (const { name, arguments: taken } of tools.filter((each) => each.name !== 'list')) {
      // `node(id)` is bare in the API; the tool takes a day, too.
      const field = name === 'node' ? 'lookUp' : name;
      const known = [...(fields[field]?.args.map((each) => each.name) ?? ['no root field']), ...own];
      expect(known, name).toEqual(expect.arrayContaining(taken.map((each) => each.name)));
    }
  });

  test('follows from the schema: values of enums, defaults, what is required, words', () => {
    const { properties, required } = inputSchemaOf(toolNamed('resolve'));
    expect(required).toEqual(['names']);
    expect(properties.types).toMatchObject({
      type: 'array',
      items: { enum: schema.getType('EntityType') && expect.arrayContaining(['FIRM', 'POLICY']) },
      description: 'Only entities of these types.',
    });
    expect(inputSchemaOf(toolNamed('support')).properties.orderBy).toMatchObject({ default: 'POLICY' });
  });

  test('fits with all its words in 6,000 tokens, in sixteen tools at most', () => {
    const list = tools.map((tool) => ({
      name: tool.name,
      description: tool.description,
      inputSchema: inputSchemaOf(tool),
      outputSchema: outputSchemaOf(tool),
      annotations: { readOnlyHint: true },
    }));
    expect(mostTokens(JSON.stringify(list))).toBeLessThan(6_000);
    expect(tools.length).toBeLessThanOrEqual(16);
  });

  test.each([
    'support',
    'eligibility',
    'coverage',
    'progress',
    'chain',
    'compare',
    'paths',
    'expiring',
    'worklist',
    'claims',
    'changes',
  ])('has the question %s', (question) => {
    expect(tools.map(({ name }) => name)).toContain(question);
  });

  test("a page is never larger than 50, and never the API's default where a proof makes it long", () => {
    expect(inputSchemaOf(toolNamed('support')).properties.first).toMatchObject({ maximum: 50, default: 5 });
  });
});

describe('links into Neo4j Browser', () => {
  const asked = (name: string, given: Readonly<Record<string, unknown>>) =>
    print(toolNamed(name).prepare(given).document).match(/\bbrowserUrl\b/g)?.length ?? 0;

  test('go with the graph, the record that is asked for, and each answer of support', () => {
    expect(asked('graph', {})).toBe(1);
    expect(asked('node', { id: 'policy:p' })).toBe(1);
    expect(asked('support', {})).toBe(1);
  });

  test('do not go with each record of a list or of an answer about targets', () => {
    expect(asked('list', { of: 'policies' })).toBe(0);
    expect(asked('progress', {})).toBe(0);
  });
});

describe('what tools ask', () => {
  test.each(['resolve', 'search', 'support', 'progress', 'coverage', 'chain', 'compare', 'changes', 'graph'])(
    '%s asks one operation that the API takes, sources included',
    (name) => {
      const { document } = questionTool(schema, model, name).prepare({});
      expect(validate(schema, document)).toEqual([]);
      expect(document.definitions).toHaveLength(1);
    },
  );

  test.each(rootTypes(model).map((type) => type.root?.prefix ?? ''))(
    'node of %s:… asks one operation that the API takes',
    (prefix) => {
      const { document } = nodeTool(schema, model).prepare({ id: `${prefix}:x` });
      expect(validate(schema, document)).toEqual([]);
      expect(JSON.stringify(document)).toContain('"evidence"');
    },
  );

  test.each(rootTypes(model).map((type) => type.root?.list ?? ''))(
    'list of %s asks one operation that the API takes',
    (of) => {
      const { document, variables } = listTool(schema, model).prepare({ of, first: 50 });
      expect(validate(schema, document)).toEqual([]);
      const operation = getOperationAST(document);
      expect(operation && refusalOf(measureOperation(schema, operation, {}, variables))).toBeUndefined();
    },
  );

  test('stays under the limits of the API at the largest page, whatever the type', () => {
    const ids = rootTypes(model).map((type) => ({ id: `${type.root?.prefix}:x` }));
    const operations = tools.flatMap((tool) =>
      (tool.name === 'list'
        ? []
        : tool.name === 'node'
          ? ids
          : [{ names: Array(200).fill('x'), text: 'x', places: Array(8).fill('region:x') }]
      ).map((given) =>
        tool.prepare({
          ...given,
          ...(tool.arguments.some(({ name }) => name === 'first') ? { first: 50 } : {}),
        }),
      ),
    );
    for (const { document, variables } of operations) {
      const operation = getOperationAST(document);
      expect(operation && refusalOf(measureOperation(schema, operation, {}, variables))).toBeUndefined();
    }
  });

  test('node with a relationship asks for a page of that alone', () => {
    const { document, variables } = nodeTool(schema, model).prepare({
      id: 'region:x',
      relationship: 'firms',
      after: 'c',
    });
    expect(validate(schema, document)).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('"clusters"');
    expect(variables).toMatchObject({ id: 'region:x', after: 'c', first: 20 });
  });

  test.each([
    ['an id of no type', { id: 'foo' }, /ids begin with what they are: agency:…, .*zone:…/],
    [
      'a relationship that a type has none of',
      { id: 'firm:x', relationship: 'policies' },
      /a Firm has industries, /,
    ],
    ['a cursor of no page', { id: 'firm:x', after: 'c' }, /it goes with "relationship"/],
    [
      'a cursor that is none',
      { id: 'firm:x', relationship: 'figures', after: 'c' },
      /the endCursor of the page/,
    ],
  ])('node refuses %s, and says what it may be', (_, given, words) => {
    expect(() => nodeTool(schema, model).prepare(given)).toThrow(words);
  });
});
