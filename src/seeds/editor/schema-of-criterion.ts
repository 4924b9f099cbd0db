/** What an editor accepts as a criterion: alternatives of conditions, or the keys of a single condition. */

import type { FieldsModel, Model, PropertyModel } from '../../model/model.ts';
import { BASIS, BASIS_FORM } from '../records/read-condition.ts';
import { ANY_OF } from '../records/read-criterion.ts';
import { closedMap, described, type JsonSchema, type SchemaDefinitions } from './schema-definitions.ts';
import { evidenceSchema } from './schema-of-evidence.ts';
import { valueSchema } from './schema-of-value.ts';

/**
 * A criterion of a type that keeps alternatives.
 * @param alternatives the property that keeps them
 */
export function criterionSchema(
  definitions: SchemaDefinitions,
  model: Model,
  type: FieldsModel,
  alternatives: PropertyModel,
): JsonSchema {
  return definitions.refer(type.name, () => {
    const parts = alternatives.parts[0]?.parts ?? [];
    const keys = Object.fromEntries(parts.map((part) => [part.name, partSchema(definitions, part)]));
    const required = parts.filter((part) => part.required).map(({ name }) => name);
    const evidence = evidenceSchema(definitions, model);
    const condition = definitions.refer('condition', () => closedMap(keys, required));
    const group = { anyOf: [{ type: 'array', items: condition, minItems: 1 }, condition] };
    const anyOf = {
      ...described(alternatives.description, [
        '`[[{ attribute: EMPLOYEES, operator: GTE, values: [50] }]]`: one alternative must hold, with all its conditions.',
      ]),
      type: 'array',
      items: group,
      minItems: 1,
    };
    return {
      ...described(type.description),
      ...closedMap({ [ANY_OF]: anyOf, ...keys, evidence }),
      if: { required: [ANY_OF] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { propertyNames: { enum: [ANY_OF, 'evidence'] } },
      else: { required },
    };
  });
}

function partSchema(definitions: SchemaDefinitions, part: PropertyModel): JsonSchema {
  const value = valueSchema(definitions, part);
  const shown = described(part.description, part.required ? ['Required · 必填'] : []);
  if (part.name === BASIS) {
    const message = 'Write LAST_YEAR, EACH_OF_2_YEARS, SUM_OF_3_YEARS or MEAN_OF_3_YEARS';
    return { ...shown, type: 'string', pattern: BASIS_FORM.source, patternErrorMessage: message };
  }
  if (!part.list) return { ...value, ...shown };
  return { ...shown, anyOf: [{ type: 'array', items: value, minItems: 1 }, value] };
}
