/** The operators of a filter as conditions, without a graph. */

import { expect, test } from 'vitest';
import { propertyConditions } from '../../src/compile/property-condition.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { buildSchema } from '../run-operation.ts';
import { compileContext } from './compile-context.ts';

const { schema } = buildSchema();
const model = readModel('schema');

test.each([
  ['Policy', 'issuedOn', 'gte', '2020', 'n.issuedOnDay >= $p0', 20200101],
  ['Policy', 'issuedOn', 'lte', '2020', 'n.issuedOnDay <= $p0', 20201231],
  ['Policy', 'expiresOn', 'lte', '2024-02', 'n.expiresOnDay <= $p0', 20240229],
  ['Policy', 'expiresOn', 'gte', '2024-02-20', 'n.expiresOnDay >= $p0', 20240220],
  ['Policy', 'issuedOn', 'eq', '2020', 'n.issuedOn = $p0', '2020'],
  ['Observation', 'period', 'gte', '2023', 'n.periodFromDay >= $p0', 20230101],
  ['Observation', 'period', 'lte', '2023-06', 'n.periodToDay <= $p0', 20230630],
  ['Observation', 'period', 'in', ['2023-H1'], 'n.period IN $p0', ['2023-H1']],
  ['Source', 'retrievedOn', 'gte', '2024', 'n.retrievedOn >= $p0', '2024-01-01'],
  ['Source', 'retrievedOn', 'lte', '2024-02', 'n.retrievedOn <= $p0', '2024-02-29'],
])('%s.%s %s %j compares the right day', (typeName, name, operator, given, text, value) => {
  const property = model.nodeTypes.get(typeName)?.properties.get(name);
  if (!property) throw new Error(`${typeName} has no ${name}`);
  const context = compileContext({ model, schema });
  expect(propertyConditions(context, property, { [operator]: given }, 'n')).toEqual([text]);
  expect(context.parameters.values).toEqual({ p0: value });
});
