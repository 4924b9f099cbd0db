/** Writes the seed files of a made-up country: --records N --out DIR [--seed S]. */

import { parseArgs } from 'node:util';
import { LEAST_RECORDS, makeSeeds } from './make-seeds.ts';
import { writeSeedFiles } from './write-seed-files.ts';

const { values } = parseArgs({
  options: { records: { type: 'string' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } },
});
const [records, seed] = [Number(values.records), Number(values.seed)];
if (!values.out || !Number.isInteger(records) || records < LEAST_RECORDS || !Number.isInteger(seed)) {
  process.stderr.write(`Usage: bench:seeds --records N --out DIR [--seed S], N at least ${LEAST_RECORDS}\n`);
  process.exitCode = 64;
} else {
  const files = makeSeeds(records, seed);
  writeSeedFiles(files, values.out);
  process.stderr.write(`${records} records in ${files.size} files below ${values.out}\n`);
}
