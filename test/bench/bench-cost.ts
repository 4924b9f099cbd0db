/** Measures what seeds of several sizes cost, and what one changed record does in each: [--sizes …] [--repetitions N]. */

import { parseArgs } from 'node:util';
import { readModel } from '../../src/model/schema/read-model.ts';
import { LEAST_RECORDS } from './make-seeds.ts';
import { measureCost, type SizeCost } from './measure-cost.ts';
import { renderCosts } from './render-costs.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    repetitions: { type: 'string', default: '5' },
    heap: { type: 'string', default: '2g' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const [repetitions, seed] = [Number(values.repetitions), Number(values.seed)];
if (!sizes.every((size) => size >= LEAST_RECORDS) || !(repetitions >= 1) || !Number.isInteger(seed)) {
  process.stderr.write(
    'Usage: bench:cost [--sizes 1000,10000] [--repetitions 5] [--heap 2g] [--seed 1] [--json]\n',
  );
  process.exitCode = 64;
} else {
  const model = readModel('schema');
  const costs: SizeCost[] = [];
  for (const records of sizes) {
    process.stderr.write(`${records} records …\n`);
    const cost = await measureCost({ model, records, seed, repetitions, heap: values.heap });
    costs.push(cost);
    process.stderr.write(`${JSON.stringify(cost)}\n`);
  }
  process.stdout.write(`${values.json ? JSON.stringify(costs, null, 2) : renderCosts(costs)}\n`);
}
