/** A criterion as written → its position, and its alternatives as one JSON text with every id current. */

import { criterionFaults } from '../../diagnostics/criterion-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import { expected } from '../../diagnostics/phrases.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import type { Properties } from '../../model/dataset.ts';
import type { FieldsModel, PropertyModel } from '../../model/model.ts';
import { asSet } from '../written/as-set.ts';
import { checkKeys } from '../written/check-keys.ts';
import { reportForm } from '../written/report.ts';
import { entryOf, type Written, type WrittenMap } from '../written/written.ts';
import { readCondition } from './read-condition.ts';
import type { Reading } from './reading.ts';

/** The key of a criterion's alternatives. */
export const ANY_OF = 'anyOf';
const EVIDENCE = 'evidence';

const CRITERION: Text = { en: 'a criterion', zh: '申报条件' };
const ALTERNATIVE: Text = { en: 'an alternative', zh: '备选条件组' };
const ALTERNATIVES: Text = { en: 'a list of alternatives', zh: '备选条件组的列表' };
const CONDITION: Text = { en: 'a condition', zh: '条件' };
const CONDITIONS: Text = { en: 'conditions', zh: '条件' };

/** The property of a type that keeps alternatives of conditions. */
export function alternativesOf(type: FieldsModel): PropertyModel | undefined {
  return [...type.properties.values()].find(
    ({ valueKind, parts }) => valueKind === 'json' && parts.length > 0,
  );
}

/**
 * The properties of a criterion: `anyOf` with lists of conditions, or the keys of a single condition.
 * @param owner the record that it is a criterion of, and its place among its criteria, from 0
 */
export function readCriterion(
  reading: Reading,
  property: PropertyModel,
  map: WrittenMap,
  owner: { readonly id: string; readonly position: number },
): Properties {
  const conditions = property.parts[0];
  if (!conditions) return {};
  const anyOf = entryOf(map, ANY_OF)?.value;
  const keys = conditions.parts.map(({ name }) => name);
  const allowed = anyOf ? [ANY_OF, EVIDENCE] : [ANY_OF, ...keys, EVIDENCE];
  checkKeys(allowed, CRITERION, map, reading.report);
  const groups = anyOf ? groupsOf(reading, quote(ANY_OF), anyOf, ALTERNATIVES) : [map];
  const alternatives = groups.map((group) => {
    const written = anyOf ? groupsOf(reading, ALTERNATIVE, group, CONDITIONS) : [group];
    return {
      [conditions.name]: asSet(
        written.flatMap((each) => {
          if (each.form !== 'map') {
            reportForm(reading.report, each, CONDITION, expected.map);
            return [];
          }
          if (anyOf) checkKeys(keys, CONDITION, each, reading.report);
          const condition = readCondition(reading, conditions.parts, each, owner.id);
          return condition ? [condition] : [];
        }),
      ),
    };
  });
  return { position: owner.position, [property.name]: JSON.stringify(asSet(alternatives)) };
}

/** The items of a list that has some; a single map is read as a list of one. */
function groupsOf({ report }: Reading, what: Part, written: Written, contents: Text): readonly Written[] {
  if (written.form === 'map' && what === ALTERNATIVE) return [written];
  if (written.form !== 'list') {
    reportForm(report, written, what, contents);
    return [];
  }
  if (written.items.length === 0) {
    report(written.span, criterionFaults.empty(what, contents));
  }
  return written.items;
}
