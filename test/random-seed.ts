/**
 * Random cases are the same in every run, so that a change decides whether its tests pass, and not the draw. RANDOM_SEED
 * names another draw, or `fresh` for a new one each time; a failure prints the seed that repeats it.
 */

import fc from 'fast-check';

const SAME = 20261130;

const asked = process.env.RANDOM_SEED ?? String(SAME);
if (asked !== 'fresh') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
