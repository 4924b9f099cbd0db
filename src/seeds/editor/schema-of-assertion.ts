/** What an editor accepts as an assertion of the dataset. */

import type { Model } from '../../model/model.ts';
import { typesByKey } from '../written/list-records.ts';
import {
  closedMap,
  described,
  type JsonSchema,
  oneOrMany,
  type SchemaDefinitions,
} from './schema-definitions.ts';
import { textSchema } from './schema-of-value.ts';

/** One assertion. Which keys go together, and which fields a type has, is checked when seeds are read. */
export function assertionSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  const text = textSchema(definitions);
  const list: JsonSchema = { type: 'string', enum: [...typesByKey(model).keys()].sort() };
  const bound: JsonSchema = { type: ['integer', 'string'], pattern: '^\\d+(\\.\\d+)?%?$' };
  const fields: JsonSchema = { type: 'object' };
  return closedMap(
    {
      name: { ...text, ...described('What it asserts, in words. 说明') },
      count: { ...list, ...described('How many records there are. 数量') },
      share: { ...list, ...described('The share of records that meet the conditions. 比例') },
      each: { ...list, ...described('Every record meets the conditions. 每一条') },
      where: { ...fields, ...described('Only records whose fields have these values count. 范围') },
      having: { ...oneOrMany(text), ...described('Fields that are filled; `a | b`: one of them. 已填字段') },
      citing: { ...fields, ...described('It cites a source whose fields have these values. 依据') },
      namedBy: {
        ...oneOrMany(list),
        ...described('A record of one of these lists refers to it, or it refers to one. 关联'),
      },
      atLeast: { ...bound, ...described('The least number of records, or percentage. 下限') },
      atMost: { ...bound, ...described('The greatest number of records, or percentage. 上限') },
      gaps: {
        ...oneOrMany(text),
        ...described('Records for which it has not been researched yet. 尚未查明'),
      },
      exist: { ...oneOrMany(text), ...described('Ids of records that must exist. 存在') },
    },
    ['name'],
  );
}
