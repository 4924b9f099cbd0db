/** The printed API is fresh, small and of one mind. */

import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  buildSchema as parseSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { apiSchemaText } from '../src/api/print-api-schema.ts';
import { buildSchema } from './run-operation.ts';

const { schema } = buildSchema();

describe('schema/api.graphql', () => {
  test('is what the model says; print it again with npm run print:api', () => {
    expect(readFileSync('schema/api.graphql', 'utf8')).toBe(apiSchemaText('schema'));
  });

  test('has its types by name, and what is in each as it is declared', () => {
    const text = readFileSync('schema/api.graphql', 'utf8');
    const names = [...text.matchAll(/^(?:type|interface|input|enum|scalar) (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual(names.toSorted());
    const printed = parseSchema(text);
    for (const type of Object.values(schema.getTypeMap())) {
      const other = printed.getType(type.name);
      if (isEnumType(type) && isEnumType(other))
        expect(other.getValues().map(({ name }) => name)).toEqual(type.getValues().map(({ name }) => name));
      if (isObjectType(type) && isObjectType(other))
        expect(Object.keys(other.getFields())).toEqual(Object.keys(type.getFields()));
    }
    expect(text).toMatch(/enum PolicyStatus \{[^}]*DRAFT[^}]*UNKNOWN[^}]*PENDING[^}]*IN_FORCE/);
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

  test('the day is given on the root field alone, to all of them but node and graph', () => {
    const days = (field: { readonly args: readonly { readonly name: string }[] }) =>
      field.args.map(({ name }) => name).filter((name) => ['validOn', 'on', 'anyDay'].includes(name));
    const query = Object.values(schema.getQueryType()?.getFields() ?? {});
    const bare = query.filter((field) => days(field).length === 0).map(({ name }) => name);
    expect(bare.sort()).toEqual(['graph', 'node']);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type === schema.getQueryType()) continue;
      // `status(on:)` asks of another day, and leads nowhere.
      const led = Object.values(type.getFields()).filter(({ type: of }) => !isLeafType(getNamedType(of)));
      for (const field of led) expect(days(field), `${type.name}.${field.name}`).toEqual([]);
    }
  });

  test('a condition on an interface can name types', () => {
    const types = Object.values(schema.getTypeMap()).filter(isInterfaceType);
    const asked = types.flatMap(({ name }) => schema.getType(`${name}Where`) ?? []);
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(['EntityWhere', 'PlaceWhere']));
    for (const where of asked) {
      const { type } = isInputObjectType(where) ? where.getFields() : {};
      const filter = type && getNamedType(type.type);
      const { in: among } = isInputObjectType(filter) ? filter.getFields() : {};
      expect(String(among?.type), where.name).toBe('[EntityType!]');
    }
  });
});
