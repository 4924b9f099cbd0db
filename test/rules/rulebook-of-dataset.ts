/** The rulebook of a dataset, for tests without a database. */

import type { Dataset } from '../../src/model/dataset.ts';
import { criterionOf, exclusionOf, nameOf, windowOf } from '../../src/rules/eligibility/patch-rulebook.ts';
import { buildRulebook, type Rulebook } from '../../src/rules/eligibility/rulebook.ts';

/** The rulebook of a dataset. */
export function rulebookOfDataset({ nodes, relationships }: Dataset): Rulebook {
  const ofType = (type: string) => [...nodes.values()].filter((node) => node.type === type);
  return buildRulebook({
    criteria: ofType('Criterion').map(criterionOf),
    windows: ofType('ApplicationWindow').map(windowOf),
    exclusions: [...relationships.values()].filter(({ type }) => type === 'EXCLUDES').map(exclusionOf),
    names: new Map([...nodes.values()].map((node) => [node.id, nameOf(node)])),
  });
}
