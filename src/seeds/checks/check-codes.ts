/** Codes that carry a rule of their own: those of firms a check character, those of regions their parent's. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import type { RecordIndex } from '../written/index-records.ts';
import { isSpoiltCell } from '../written/is-table.ts';
import type { SeedRecord } from '../written/list-records.ts';
import type { Report } from '../written/report.ts';
import { referencesAt, statedTexts } from '../written/stated-texts.ts';

const USCC = 'uscc';
/** The characters of GB 32100, each worth its position. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_FORM = new RegExp(`^[${CHARACTERS}]{18}$`);

const REGION = 'Region';
const CODE = 'code';
const LEVEL = 'level';
const COUNTRY = 'COUNTRY';
const WITHIN = 'within';
/**
 * Six digits, the first one of the eight great areas. No rule says which of them are assigned: statistical codes such
 * as 320571 have the same form and are no codes of GB/T 2260.
 */
const REGION_FORM = /^[1-8]\d{5}$/;

/** Reports unified social credit codes and administrative codes that cannot be right. */
export function checkCodes(records: Iterable<SeedRecord>, index: RecordIndex, report: Report): void {
  for (const { type, map, broken } of records) {
    if (broken) continue;
    if (type.properties.has(USCC)) {
      for (const { text, span } of statedTexts(map, USCC)) {
        const code = text.trim();
        if (isSpoiltCell(code, span)) continue;
        if (!USCC_FORM.test(code)) report(span, checkFaults.usccForm(text));
        else if (checkCharacter(code) !== code.at(-1)) report(span, checkFaults.usccCheck(text));
      }
    }
    if (type.name !== REGION) continue;
    const parents = referencesAt(map, WITHIN).flatMap(({ text }) => index.find(text)?.record ?? []);
    for (const { text, span } of statedTexts(map, CODE)) {
      const code = text.trim();
      if (isSpoiltCell(code, span)) continue;
      if (!REGION_FORM.test(code)) {
        report(span, checkFaults.regionForm(text));
        continue;
      }
      for (const parent of parents) {
        const [known, begins] = beginningOf(parent);
        if (known && begins && !code.startsWith(begins)) {
          report(span, checkFaults.regionPrefix(text, parent.id ?? '', known, begins));
        }
      }
    }
  }
}

/** The last of the 18 characters: the sum of the others, weighted by powers of 3, and it make a multiple of 31. */
function checkCharacter(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31];
}

/** A region's code, and what the codes in it begin with; a country's says nothing of them. */
function beginningOf({ type, map }: SeedRecord): readonly [string?, string?] {
  if (type.name !== REGION || statedTexts(map, LEVEL).some(({ text }) => text === COUNTRY)) return [];
  const code = statedTexts(map, CODE)[0]?.text.trim();
  return code && REGION_FORM.test(code) ? [code, code.replace(/(?:00)+$/, '')] : [];
}
