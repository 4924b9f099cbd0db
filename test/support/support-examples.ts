/** All worked examples of `support`, run by the oracle without a database and by the product against one. */

import { droppingExamples } from './dropping-examples.ts';
import type { SupportExample } from './example.ts';
import { inForceExamples } from './in-force-examples.ts';
import { industryExamples } from './industry-examples.ts';
import { instrumentExamples } from './instrument-examples.ts';
import { orderExamples } from './order-examples.ts';
import { placeExamples } from './place-examples.ts';
import { plannedExamples } from './planned-examples.ts';

/** Worked examples; titles are unique. */
export const supportExamples: readonly SupportExample[] = [
  ...industryExamples,
  ...placeExamples,
  ...inForceExamples,
  ...plannedExamples,
  ...instrumentExamples,
  ...droppingExamples,
  ...orderExamples,
];
