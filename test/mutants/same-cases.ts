/** Draws the same random cases for every mutant, and does not look for a smaller case once one fails. */

import fc from 'fast-check';

fc.configureGlobal({ seed: 20261130, endOnFailure: true });
