/** All worked examples of `progress`. */

import { choiceExamples } from './choice-examples.ts';
import type { ProgressExample } from './example.ts';
import { levelExamples } from './level-examples.ts';
import { spanExamples } from './span-examples.ts';

/** The examples. */
export const progressExamples: readonly ProgressExample[] = [
  ...levelExamples,
  ...spanExamples,
  ...choiceExamples,
];
