/** What an editor accepts as evidence. */

import { type Model, SOURCE } from '../../model/model.ts';
import { closedMap, described, type JsonSchema, type SchemaDefinitions } from './schema-definitions.ts';
import { idSchema, textSchema } from './schema-of-value.ts';

/** Evidence, as the model describes it. */
export function evidenceSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  return definitions.refer('evidence', () => {
    const item = definitions.refer('evidenceItem', () => ({
      ...closedMap({
        source: {
          ...described('What was read: the id of a record of `sources`. 来源'),
          ...idSchema([model.nodeTypes.get(SOURCE)?.root?.prefix ?? '']),
        },
        locator: {
          ...textSchema(definitions),
          ...described('Where in it: p7 · 第十二条 · table 3 row 4. 位置'),
        },
      }),
      minProperties: 1,
    }));
    return {
      ...described('Where it is stated. 依据', [
        '`{ source: source:…, locator: p7 }`, or a list of such. The nearest wins: of the value, the relationship, the record, `defaults`.',
      ]),
      anyOf: [item, { type: 'array', items: item, minItems: 1 }],
    };
  });
}
