/** The printed API is fresh, small and of one mind. */

import { readFileSync } from 'node:fs';
import { isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { apiSchemaText } from '../src/api/print-api-schema.ts';
import { buildSchema } from './run-operation.ts';

const { schema } = buildSchema();

describe('schema/api.graphql', () => {
  test('is what the model says; print it again with npm run print:api', () => {
    expect(readFileSync('schema/api.graphql', 'utf8')).toBe(apiSchemaText('schema'));
  });

  test('describes every type and enum', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !type.description)
      .map((type) => type.name)
      .filter(
        (name) =>
          !/(Connection|Edge|Filter)$/.test(name) && !['ID', 'Int', 'String', 'Boolean'].includes(name),
      );
    expect(silent).toEqual([]);
  });

  test('a field of one name has one type in all types of Entity, relationships apart', () => {
    const types = new Map<string, Set<string>>();
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || !type.getInterfaces().some((each) => each.name === 'Entity')) continue;
      for (const field of Object.values(type.getFields())) {
        const text = String(field.type);
        if (/Connection!?$/.test(text) || isInterfaceType(schema.getType(text))) continue;
        types.set(field.name, (types.get(field.name) ?? new Set()).add(text));
      }
    }
    const several = [...types].filter(([, texts]) => texts.size > 1).map(([name]) => name);
    expect(several).toEqual([]);
  });
});
