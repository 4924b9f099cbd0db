/** The questions that are asked once after a start, of the served schema. */

import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { deriveApiSchema } from '../../src/api/derive-api-schema.ts';
import { executableSchema } from '../../src/api/executable-schema.ts';
import { questionsOfFields } from '../../src/api/questions-of-fields.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';

const model = readModel('schema');
const definitions = deriveApiSchema(model, readSchemaFolder('schema'), readSchemaFolder('schema/questions'));
const questions = questionsOfFields(definitions).map(({ query }) => query);

test('each is valid', () => {
  const schema = executableSchema(model, definitions);
  for (const query of questions) expect(validate(schema, parse(query))).toEqual([]);
});

test('there are those of every relationship, with a total and without', () => {
  const relationships = [...model.nodeTypes.values()]
    .filter(({ root }) => root)
    .flatMap((type) => [...type.relationships.values()].filter(({ many }) => many).map(({ name }) => name));
  for (const name of new Set(relationships)) {
    expect(questions.some((query) => query.includes(`id ${name}(first: 1) { nodes`))).toBe(true);
    expect(questions.some((query) => query.includes(`id ${name}(first: 1) { totalCount nodes`))).toBe(true);
  }
});

test('there are those of every other question, with what it must be given', () => {
  for (const start of [
    '{ worklist { totalCount',
    '{ applicants(measure: "none:none") {',
    '{ progress { totalCount',
  ])
    expect(questions.some((query) => query.startsWith(start))).toBe(true);
  expect(questions).toContain(
    '{ resolve(names: ["none", "none"]) { name candidates { entity { id } score reason } } }',
  );
});
