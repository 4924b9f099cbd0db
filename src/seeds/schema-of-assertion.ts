/** What an editor accepts as an assertion of the dataset. */

import type { Model } from '../model/model.ts';
import { typesByKey } from './list-records.ts';
import {
  closedMap,
  described,
  type JsonSchema,
  oneOrMany,
  type SchemaDefinitions,
} from './schema-definitions.ts';
import { textSchema } from './schema-of-value.ts';

/** One assertion. Which keys go together, and which fields a type has, is told when seeds are read. */
export function assertionSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  const text = textSchema(definitions);
  const list: JsonSchema = { type: 'string', enum: [...typesByKey(model).keys()].sort() };
  const bound: JsonSchema = { type: ['integer', 'string'], pattern: '^\\d+(\\.\\d+)?%?$' };
  const fields: JsonSchema = { type: 'object' };
  return closedMap(
    {
      name: { ...text, ...described('What it asserts, in words. 断言') },
      count: { ...list, ...described('How many records there are. 数量') },
      share: { ...list, ...described('How many of a hundred records are so. 比例') },
      each: { ...list, ...described('Every record is so. 每一条') },
      where: { ...fields, ...described('Only records whose fields have these values. 范围') },
      having: { ...oneOrMany(text), ...described('Fields that are filled; `a | b`: one of them. 已填字段') },
      citing: { ...fields, ...described('Fields of a source that it rests on. 依据') },
      namedBy: {
        ...oneOrMany(list),
        ...described('Lists of which a record names it, or is named by it. 被引用'),
      },
      atLeast: { ...bound, ...described('A number of records, or of percent. 下限') },
      atMost: { ...bound, ...described('A number of records, or of percent. 上限') },
      gaps: { ...oneOrMany(text), ...described('Records of which nobody has looked for it yet. 尚未查明') },
      exist: { ...oneOrMany(text), ...described('Ids of records that there are. 存在') },
    },
    ['name'],
  );
}
