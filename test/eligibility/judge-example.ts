/** Judges one measure for a made-up firm by the rules, over the seeds of the product. */

import { readModel } from '../../src/model/read-model.ts';
import type { Desk } from '../../src/rules/desk.ts';
import type { Applicant } from '../../src/rules/eligibility/applicant.ts';
import { createJudge, type Eligibility } from '../../src/rules/eligibility/decide-eligibility.ts';
import type { Rulebook } from '../../src/rules/eligibility/rulebook.ts';
import { measureOffers } from '../../src/rules/offers.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { deskOf } from '../rules/answer-by-rules.ts';
import { rulebookOfDataset } from '../rules/rulebook-of-dataset.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

const model = readModel('schema');

/** Source tiers, strongest first. */
export const TIERS = model.nodeTypes.get('Source')?.properties.get('tier')?.values ?? [];

/** The facts of the product's seeds for the rules. */
export function openProduct(): { readonly desk: Desk; readonly rulebook: Rulebook } {
  const { dataset } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds have faults: run kg validate');
  return { desk: deskOf(dataset), rulebook: rulebookOfDataset(dataset) };
}

/** What a firm is told of one measure, whether or not its policy is in force. */
export function judgeExample(
  { desk, rulebook }: { readonly desk: Desk; readonly rulebook: Rulebook },
  measure: string,
  applicant: Applicant,
  day: number,
): Eligibility | undefined {
  const view = desk.onDay(day, false);
  const { HAS_MEASURE } = desk.ground.facts;
  const number = desk.ground.numbers.get(measure) ?? -1;
  const [fact] = HAS_MEASURE.into(number);
  const offer = measureOffers(view, HAS_MEASURE.from[fact ?? -1] ?? -1).find(
    (each) => each.measure === number,
  );
  const judge = createJudge(view, rulebook, applicant, { day, includePlanned: false }, TIERS);
  return offer && judge(offer);
}
