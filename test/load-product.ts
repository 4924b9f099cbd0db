/** The product's own seeds in the Neo4j of a worker: loaded once for the test files that only read them. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../src/graph/graph.ts';
import type { Dataset } from '../src/model/dataset.ts';
import { readSeeds } from '../src/seeds/read-seeds.ts';
import { loadDataset, model } from './graph-fixture.ts';
import { PRODUCT_SEEDS } from './seed-folders.ts';
import { workerNeo4j } from './worker-neo4j.ts';

/** The dataset of the product's own seeds. */
export function readProductSeeds(): Dataset {
  const { dataset, diagnostics } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error(`the seeds have faults: ${JSON.stringify(diagnostics.slice(0, 3))}`);
  return dataset;
}

/**
 * Makes the worker's graph hold the product's own seeds and nothing else. Where an earlier file loaded them and nothing
 * was committed since, which the bookmark of Neo4j shows, they are there already.
 */
export async function loadProduct(graph: Graph): Promise<void> {
  const noted = join(workerNeo4j().notes, 'bookmark-of-product');
  const before = await readFile(noted, 'utf8').catch(() => undefined);
  if (before === (await bookmarkOf(graph))) return;
  await loadDataset(graph, readProductSeeds());
  await writeFile(noted, await bookmarkOf(graph));
}

async function bookmarkOf(graph: Graph): Promise<string> {
  const seen: string[] = [];
  const sawBookmark = (bookmark: string) => void seen.push(bookmark);
  await graph.read({ text: 'RETURN 1 AS one', parameters: {} }, { sawBookmark });
  return seen.join();
}
