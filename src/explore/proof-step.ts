/** A step of a proof, as the API answers it. */

import type { AnswerTo } from '../views/operation.ts';
import type { proofQuestion } from '../views/questions.ts';

/** One fact on the way, and where it is stated. */
export type ProofStep = AnswerTo<typeof proofQuestion>['support']['nodes'][number]['because'][number];
