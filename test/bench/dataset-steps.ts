/** A dataset in steps, each with all of the one before: what one transaction cannot hold is loaded in several. */

import type { Dataset } from '../../src/model/dataset.ts';

/** How many nodes and relationships come with a step. */
const STEP = 100_000;

/** The datasets on the way to a whole one: all nodes come first, so that relationships find their ends. */
export function* datasetSteps(whole: Dataset, step = STEP): Generator<Dataset> {
  const nodes = [...whole.nodes];
  const relationships = [...whole.relationships];
  const all = nodes.length + relationships.length;
  for (let size = step; size < all; size += step) {
    yield {
      ...whole,
      nodes: new Map(nodes.slice(0, size)),
      relationships: new Map(relationships.slice(0, Math.max(0, size - nodes.length))),
    };
  }
  yield whole;
}
