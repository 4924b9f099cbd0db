/** Executes an operation in one revision: where its root fields saw two, all of it is executed again. */

import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { graphRenewed } from './api-context.ts';

/** How often an operation is executed where something is applied each time. */
const MOST_EXECUTIONS = 3;

/**
 * Executes an operation.
 * @param seen takes the revisions that its root fields are of; afterwards it holds one at most
 */
export async function executeInOneRevision(args: ExecutionArgs, seen: Set<number>): Promise<ExecutionResult> {
  for (let execution = 0; execution < MOST_EXECUTIONS; execution += 1) {
    seen.clear();
    // Only the reference executor distinguishes a response key named "then" from a promise.
    const result = await execute(args);
    if (seen.size <= 1) return result;
  }
  seen.clear();
  return { errors: [graphRenewed()] };
}
