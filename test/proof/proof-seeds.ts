/** Seeds large enough that an apply between any two of them creates, changes, moves and deletes some hundred things. */

import type { Dataset } from '../../src/model/dataset.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { FIRST, SECOND } from '../changes/apply-seeds.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { model } from '../graph-fixture.ts';

/** How many firms each state has beside those of the city. */
const FIRMS = 60;

/** Firms of a state: half of them the next state has too, with other facts. */
function firms(state: number): string {
  const first = (state % 2) * (FIRMS / 2);
  const records = Array.from({ length: FIRMS }, (_, at) => {
    const n = first + at;
    const validity = state % 2 === 0 ? '' : ', validFrom: 2024-05';
    const industry = state % 2 === 0 ? 'industry:med' : 'industry:ic';
    return `  - { id: firm:n${n}, name: 第${n}家, nameEn: Firm ${n} of ${state}, industries: [${industry}], places: [{ to: region:zhoupu, role: SITE${validity} }] }\n`;
  });
  return `defaults: { evidence: { source: source:s, locator: p${state + 1} } }\nfirms:\n${records.join('')}`;
}

/** A state of a city: the folder of its seeds, and what is in them. */
export interface ProofState {
  readonly folder: string;
  readonly dataset: Dataset;
  readonly digest: string;
}

/** A state by its number: even ones and odd ones differ by whole records, two of a kind by what their firms state. */
export function readState(state: number): ProofState {
  const folder = writeSeeds({ 'city.yaml': state % 2 === 0 ? FIRST : SECOND, 'firms.yaml': firms(state) });
  const { dataset } = readSeeds(model, [folder]);
  if (!dataset) throw new Error('the seeds of the proof have faults');
  const derived = deriveFacts(model, dataset);
  return { folder, dataset: derived, digest: datasetDigest(derived) };
}

/** The datasets of some states by their digests. */
export function byDigest(states: readonly ProofState[]): ReadonlyMap<string, Dataset> {
  return new Map(states.map(({ digest, dataset }) => [digest, dataset]));
}
