/** What an editor accepts as evidence. */

import { type Model, SOURCE } from '../../model/model.ts';
import { closedMap, described, type JsonSchema, type SchemaDefinitions } from './schema-definitions.ts';
import { daySchema, idSchema, textSchema } from './schema-of-value.ts';

/** Evidence, as the model describes it. */
export function evidenceSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  return definitions.refer('evidence', () => {
    const item = definitions.refer('evidenceItem', () => ({
      ...closedMap({ ...whereSchema(definitions, model), ...checkSchema(definitions) }),
      minProperties: 1,
      dependencies: { checkedBy: ['checkedOn'], checkedOn: ['checkedBy'] },
    }));
    return { ...SHOWN, anyOf: [item, { type: 'array', items: item, minItems: 1 }] };
  });
}

/** Evidence of all that a file holds, which has no check: what is added later would count as checked. */
export function defaultEvidenceSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  const item = { ...closedMap(whereSchema(definitions, model)), minProperties: 1 };
  return { ...SHOWN, anyOf: [item, { type: 'array', items: item, minItems: 1 }] };
}

const SHOWN = described('Where it is stated. 依据', [
  '`{ source: source:…, locator: p7 }`, or a list of such. The nearest wins: of the value, the relationship, the record, `defaults`.',
]);

function whereSchema(definitions: SchemaDefinitions, model: Model): Readonly<Record<string, JsonSchema>> {
  return {
    source: {
      ...described('What was read: the id of a record of `sources`. 来源'),
      ...idSchema([model.nodeTypes.get(SOURCE)?.root?.prefix ?? '']),
    },
    locator: {
      ...textSchema(definitions),
      ...described('Where in it: p7 · 第十二条 · table 3 row 4. 位置'),
    },
  };
}

function checkSchema(definitions: SchemaDefinitions): Readonly<Record<string, JsonSchema>> {
  return {
    checkedBy: {
      ...textSchema(definitions),
      ...described('The second person who checked that the source states it there; with `checkedOn`. 复核人'),
    },
    checkedOn: {
      ...daySchema(definitions),
      ...described('The day of that check: 2026-11-20; with `checkedBy`. 复核日期'),
    },
  };
}
