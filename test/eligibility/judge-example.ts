/** Judges one measure for a made-up firm by the rules, over the seeds of the product. */

import { readModel } from '../../src/model/schema/read-model.ts';
import type { Applicant } from '../../src/rules/eligibility/applicant.ts';
import { createJudge, type Eligibility } from '../../src/rules/eligibility/decide-eligibility.ts';
import type { Rulebook } from '../../src/rules/eligibility/rulebook.ts';
import type { GroundViews } from '../../src/rules/ground-views.ts';
import { measureProvisions } from '../../src/rules/provisions.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { viewsOf } from '../rules/answer-by-rules.ts';
import { rulebookOfDataset } from '../rules/rulebook-of-dataset.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

const model = readModel('schema');

/** Source tiers, strongest first. */
export const TIERS = model.nodeTypes.get('Source')?.properties.get('tier')?.values ?? [];

/** The facts of the product's seeds for the rules. */
export function openProduct(): { readonly views: GroundViews; readonly rulebook: Rulebook } {
  const { dataset } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds have faults: run kg validate');
  return { views: viewsOf(dataset), rulebook: rulebookOfDataset(dataset) };
}

/** What a firm is told of one measure, whether or not its policy is in force. */
export function judgeExample(
  { views, rulebook }: { readonly views: GroundViews; readonly rulebook: Rulebook },
  measure: string,
  applicant: Applicant,
  day: number,
): Eligibility | undefined {
  const view = views.onDay(day, false);
  const { HAS_MEASURE } = views.ground.facts;
  const number = views.ground.numbers.get(measure) ?? -1;
  const [fact] = HAS_MEASURE.into(number);
  const provision = measureProvisions(view, HAS_MEASURE.from[fact ?? -1] ?? -1).find(
    (each) => each.measure === number,
  );
  const judge = createJudge(view, rulebook, applicant, { day, includePlanned: false }, TIERS);
  return provision && judge(provision);
}
