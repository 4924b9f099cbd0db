/** The `dataset:` map, which is written once over all files: what the dataset says of itself. */

import { quote } from '../../diagnostics/fault.ts';
import { fileFaults } from '../../diagnostics/file-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { expected } from '../../diagnostics/phrases.ts';
import type { DatasetInfo } from '../../model/dataset.ts';
import { readReference } from '../records/read-reference.ts';
import type { Facts, Reading } from '../records/reading.ts';
import { readPlainText } from '../values/read-value.ts';
import { checkKeys } from '../written/check-keys.ts';
import type { SeedRecord } from '../written/list-records.ts';
import { placeOf, reportForm } from '../written/report.ts';
import { entryOf, type Span, type WrittenEntry, type WrittenMap } from '../written/written.ts';
import { checkAssertions } from './check-assertions.ts';
import { checkHosts, OFFICIAL_HOSTS } from './check-hosts.ts';

/** The key of what must hold for the dataset. */
export const ASSERTIONS = 'assertions';
/** The keys of the map, in their order. */
export const DATASET_KEYS = ['name', 'timeZone', 'home', 'licence', OFFICIAL_HOSTS, ASSERTIONS];
/** What `home` may be. */
export const HOME = 'Place';

/** What was read from all files. */
interface Loaded {
  readonly facts: Facts;
  readonly records: readonly SeedRecord[];
}

/**
 * What the dataset says of itself; undefined where a fault was reported.
 * @param entries every `dataset:` of all files, in their order
 * @param nowhere where its absence is shown
 * @param loaded what assertions and hosts are checked against
 */
export function readInfo(
  reading: Reading,
  entries: readonly WrittenEntry[],
  nowhere: Span,
  loaded: Loaded,
): DatasetInfo | undefined {
  const [first, ...others] = entries;
  if (!first) return reported(reading, nowhere, recordFaults.datasetMissing());
  for (const { key } of others) reading.report(key.span, recordFaults.datasetTwice(placeOf(first.key.span)));
  if (first.value.form !== 'map') {
    reportForm(reading.report, first.value, '`dataset`', expected.map);
    return undefined;
  }
  return readMap(reading, first.key.span, first.value, loaded);
}

function readMap(
  reading: Reading,
  keySpan: Span,
  map: WrittenMap,
  { facts, records }: Loaded,
): DatasetInfo | undefined {
  checkKeys(DATASET_KEYS, '`dataset`', map, reading.report);
  for (const key of ['name', 'timeZone']) {
    if (!entryOf(map, key)) reading.report(keySpan, recordFaults.keyMissing(key, '`dataset`'));
  }
  const assertions = entryOf(map, ASSERTIONS)?.value;
  if (assertions) checkAssertions(reading, facts, assertions);
  const hosts = entryOf(map, OFFICIAL_HOSTS)?.value;
  if (hosts) checkHosts(reading, hosts, facts, records);
  const home = entryOf(map, 'home')?.value;
  const name = readText(reading, map, 'name');
  const licence = readText(reading, map, 'licence');
  const timeZone = readText(reading, map, 'timeZone');
  const homeId = home && readReference(reading, home, 'home', HOME);
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const near = nearest(timeZone, Intl.supportedValuesOf('timeZone'));
    return reported(
      reading,
      entryOf(map, 'timeZone')?.value.span ?? keySpan,
      fileFaults.timeZone(timeZone, near),
    );
  }
  return name === undefined || timeZone === undefined ? undefined : { name, timeZone, home: homeId, licence };
}

function readText({ report }: Reading, map: WrittenMap, key: string): string | undefined {
  const written = entryOf(map, key)?.value;
  if (!written) return undefined;
  if (written.form !== 'text') reportForm(report, written, quote(key), expected.text);
  else {
    const read = readPlainText(quote(key), written.text);
    if ('value' in read) return String(read.value);
    report(written.span, read.fault);
  }
  return undefined;
}

/** Whether a text is the IANA name of a time zone; an offset is none: it has no daylight saving. */
function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function reported({ report }: Reading, ...fault: Parameters<Reading['report']>): undefined {
  report(...fault);
}
