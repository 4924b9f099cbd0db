/** Says which limit a document is over that the validator of graphql gives up on. */

import type { Plugin } from 'graphql-yoga';
import { clientError } from '../diagnostics/client-error.ts';

/** What graphql spends at most on comparing fields under the same response key. */
const COMPARISONS = 500_000;
/** How many faults graphql lists before it gives up. */
const FAULTS = 100;

/** A server plugin over the faults of validation: its giving up is the one fault that is about no place in the document. */
export const useValidationLimit: Plugin = {
  onValidate:
    () =>
    ({ valid, result, setResult }) => {
      if (valid || result.every((error) => error.nodes !== undefined)) return;
      const [limit, allowed, message] =
        result.length > FAULTS
          ? ([
              'faults',
              FAULTS,
              `The operation has more than ${FAULTS} faults. Correct the first ones.`,
            ] as const)
          : ([
              'comparisons',
              COMPARISONS,
              `The operation repeats so many fields that comparing them takes over ${COMPARISONS} steps. Select each field once.`,
            ] as const);
      setResult([clientError('QUERY_TOO_COMPLEX', message, { limit, allowed })]);
    },
};
