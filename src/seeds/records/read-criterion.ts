/** A criterion as written → its position, and its alternatives as one JSON text with every id current. */

import { criterionFaults } from '../../diagnostics/criterion-messages.ts';
import { quote } from '../../diagnostics/messages.ts';
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
  checkKeys(allowed, 'a criterion', map, reading.report);
  const groups = anyOf ? groupsOf(reading, ANY_OF, anyOf, 'a list of alternatives') : [map];
  const alternatives = groups.map((group) => {
    const written = anyOf ? groupsOf(reading, 'an alternative', group, 'conditions') : [group];
    return {
      [conditions.name]: asSet(
        written.flatMap((each) => {
          if (each.form !== 'map') {
            reportForm(reading.report, each, 'a condition', 'a map');
            return [];
          }
          if (anyOf) checkKeys(keys, 'a condition', each, reading.report);
          const condition = readCondition(reading, conditions.parts, each, owner.id);
          return condition ? [condition] : [];
        }),
      ),
    };
  });
  return { position: owner.position, [property.name]: JSON.stringify(asSet(alternatives)) };
}

/** The items of a list that has some; a single map is read as a list of one. */
function groupsOf({ report }: Reading, what: string, written: Written, expected: string): readonly Written[] {
  if (written.form === 'map' && what !== ANY_OF) return [written];
  if (written.form !== 'list') {
    reportForm(report, written, what === ANY_OF ? quote(what) : what, expected);
    return [];
  }
  if (written.items.length === 0) {
    report(written.span, criterionFaults.empty(what === ANY_OF ? quote(what) : what, expected));
  }
  return written.items;
}
