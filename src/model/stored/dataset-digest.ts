/** The digest: what makes two datasets equal (§16.2). */

import { createHash } from 'node:crypto';
import type { Dataset, DatasetInfo } from '../dataset.ts';
import { datasetSums, type HashSums } from './hash-sums.ts';

/** The digest of a dataset: it depends on what is in it alone, not on order, time or machine. */
export function datasetDigest(dataset: Dataset): string {
  return digestOf(dataset.info, datasetSums(dataset));
}

/** The digest of what a dataset says of itself and of sums that are known; those of groups say all. */
export function digestOf(info: DatasetInfo, { groups }: HashSums): string {
  const about = [info.name, info.timeZone, info.home ?? null, info.licence ?? null];
  return createHash('sha256')
    .update(JSON.stringify([about, groups]))
    .digest('base64url');
}
