/** The printed schema of seed files is fresh, speaks two languages, and has no key that nobody may write. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readModel } from '../src/model/schema/read-model.ts';
import type { JsonSchema } from '../src/seeds/editor/schema-definitions.ts';
import { printSeedsSchema } from '../src/seeds/editor/seeds-schema.ts';

const model = readModel('schema');
const printed = printSeedsSchema(model);
const schema = JSON.parse(printed) as { readonly definitions: Readonly<Record<string, JsonSchema>> };

/** The keys of maps and their schemas, wherever they stand in a schema. */
function keysIn(part: unknown): readonly (readonly [string, JsonSchema])[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([keyword, value]) => {
    const own = keyword === 'properties' ? (Object.entries(value) as [string, JsonSchema][]) : [];
    return [...own, ...keysIn(value)];
  });
}

describe('schema/seeds.schema.json', () => {
  test('is what the model says; print it again with npm run print:seeds-schema', () => {
    expect(readFileSync('schema/seeds.schema.json', 'utf8')).toBe(printed);
  });

  test('explains every key in English and in Chinese', () => {
    const shown = ({ $ref, description }: JsonSchema): string => {
      const definition = schema.definitions[String($ref).replace('#/definitions/', '')];
      return String(description ?? definition?.description ?? '');
    };
    const silent = keysIn(schema).filter(
      ([, key]) => !/\p{sc=Han}/u.test(shown(key)) || !/[a-z]{2}/.test(shown(key)),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('explains every value of every enum', () => {
    const enums = Object.values(schema.definitions).filter((definition) => definition.enum);
    expect(enums.length).toBeGreaterThan(10);
    for (const definition of enums) expect(definition.enumDescriptions).not.toContain('');
  });

  test('has no key that is answered, kept by the product, or written on the other side', () => {
    for (const type of model.nodeTypes.values()) {
      const definition = schema.definitions[type.name];
      const keys = Object.keys((definition?.properties ?? {}) as JsonSchema);
      const answered = [...type.computed.keys()].filter((name) => name !== 'evidence');
      const kept = [...type.owned.values()].filter(({ internal }) => internal).map(({ name }) => name);
      const inverse = [...type.relationships.values()]
        .filter(({ written }) => !written)
        .map(({ name }) => name);
      expect(keys.filter((key) => [...answered, ...kept, ...inverse].includes(key))).toEqual([]);
    }
  });

  test('follows the model: a new node type has its list, its keys and its snippet', () => {
    const root = mkdtempSync(join(tmpdir(), 'new-type-'));
    cpSync('schema', root, { recursive: true });
    const ship = `
"A ship. 船舶"
type Ship implements Entity & Node @node(list: "ships", prefix: "ship") { "Its size. 吨位" tonnage: Int! }
`;
    writeFileSync(join(root, 'ship.graphql'), ship);
    const { properties, definitions } = JSON.parse(printSeedsSchema(readModel(root)));
    rmSync(root, { recursive: true });
    expect(properties.ships.defaultSnippets[0].body.tonnage).toBe('$3');
    expect(definitions.Ship.required).toEqual(['id', 'name', 'tonnage']);
    expect(definitions.Ship.properties.tonnage.anyOf[0].$ref).toBe('#/definitions/int');
  });
});
