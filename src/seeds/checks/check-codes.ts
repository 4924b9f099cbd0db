/** Codes that carry a rule of their own: those of firms a check character, those of regions their parent's. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import type { RecordIndex } from '../written/index-records.ts';
import { isSpoiltCell } from '../written/is-table.ts';
import type { SeedRecord } from '../written/list-records.ts';
import type { Report } from '../written/report.ts';
import { referencesAt, statedTexts } from '../written/stated-texts.ts';
import type { WrittenText } from '../written/written.ts';

/** The characters of GB 32100, each worth its position. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_FORM = new RegExp(`^[${CHARACTERS}]{18}$`);

/**
 * Six digits, the first one of the eight great areas. No rule says which of them are assigned: statistical codes such
 * as 320571 have the same form and are no codes of GB/T 2260.
 */
const REGION_FORM = /^[1-8]\d{5}$/;
/** The code of a whole country, which says nothing of the codes in it. */
const COUNTRY_FORM = /^\d0{5}$/;

/** Reports unified social credit codes and administrative codes that cannot be right. */
export function checkCodes(records: Iterable<SeedRecord>, index: RecordIndex, report: Report): void {
  for (const record of records) {
    const { type, map, broken } = record;
    if (broken) continue;
    for (const { name, format } of type.properties.values()) {
      if (format !== 'USCC' && format !== 'GB_T_2260') continue;
      for (const written of statedTexts(map, name)) {
        if (isSpoiltCell(written.text.trim(), written.span)) continue;
        if (format === 'USCC') checkUscc(written, report);
        else checkRegionCode(written, record, index, report);
      }
    }
  }
}

function checkUscc({ text, span }: WrittenText, report: Report): void {
  const code = text.trim();
  if (!USCC_FORM.test(code)) report(span, checkFaults.usccForm(text));
  else if (checkCharacter(code) !== code.at(-1)) report(span, checkFaults.usccCheck(text));
}

function checkRegionCode(
  { text, span }: WrittenText,
  { type, map }: SeedRecord,
  index: RecordIndex,
  report: Report,
): void {
  const code = text.trim();
  if (!REGION_FORM.test(code)) {
    report(span, checkFaults.regionForm(text));
    return;
  }
  const up = [...type.relationships.values()].find(
    ({ stored, direction }) => stored.tree && direction === 'OUT',
  );
  for (const { text: id } of up ? referencesAt(map, up.name) : []) {
    const parent = index.find(id)?.record;
    const [known, begins] = parent ? beginningOf(parent) : [];
    if (known && begins && !code.startsWith(begins)) {
      report(span, checkFaults.regionPrefix(text, parent?.id ?? '', known, begins));
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

/** A region's code, and what the codes in it begin with. */
function beginningOf({ type, map }: SeedRecord): readonly [string?, string?] {
  const property = [...type.properties.values()].find(({ format }) => format === 'GB_T_2260');
  const code = property && statedTexts(map, property.name)[0]?.text.trim();
  if (!code || !REGION_FORM.test(code) || COUNTRY_FORM.test(code)) return [];
  return [code, code.replace(/(?:00)+$/, '')];
}
