/** The seeds that this repository holds, by the folders that are loaded together. */

import { readSettings } from '../src/cli/settings.ts';

/** Those of the product, which are loaded where no others are named. */
export const PRODUCT_SEEDS = readSettings({}).seeds;

/** Those of another city. */
export const OTHER_CITY = ['seeds/common', 'seeds/suzhou'];
