/** Units are base units: 万 and 亿 belong to the numbers. */

import { figureFaults } from '../../diagnostics/figure-messages.ts';
import { textsAt } from '../written/index-records.ts';
import type { SeedRecord } from '../written/list-records.ts';
import type { Report } from '../written/report.ts';

const UNIT = 'unit';
const MULTIPLIED = /^[十百千]?[万亿]/u;

/** Reports the units of indicators that have a multiplier in them. */
export function checkUnits(records: Iterable<SeedRecord>, report: Report): void {
  for (const { type, map, broken } of records) {
    if (broken || !type.properties.has(UNIT)) continue;
    for (const { text, span } of textsAt(map, UNIT)) {
      if (MULTIPLIED.test(text)) report(span, figureFaults.unitNoBase(text));
    }
  }
}
