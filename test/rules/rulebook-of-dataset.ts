/** The rulebook of a dataset, for tests without a database. */

import type { Dataset, DatasetNode } from '../../src/model/dataset.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../src/model/day.ts';
import { validDays } from '../../src/model/stored/derive-facts.ts';
import { ownerId } from '../../src/model/stored/owned-id.ts';
import type { Alternative } from '../../src/model/words/criterion-sentence.ts';
import { buildRulebook, type Rulebook } from '../../src/rules/eligibility/rulebook.ts';
import { MODALITIES } from '../../src/rules/ground.ts';

/** The rulebook of a dataset. */
export function rulebookOfDataset({ nodes, relationships }: Dataset): Rulebook {
  const ofType = (type: string) => [...nodes.values()].filter((node) => node.type === type);
  return buildRulebook({
    criteria: ofType('Criterion').map(({ id, properties }) => ({
      id,
      measure: ownerId(id),
      position: Number(properties.position),
      alternatives: JSON.parse(String(properties.alternatives)) as readonly Alternative[],
    })),
    windows: ofType('ApplicationWindow').map((node) => ({
      measure: ownerId(node.id),
      fromDay: dayOf(node, 'opensOn', firstDay) ?? FIRST_DAY,
      toDay: dayOf(node, 'closesOn', lastDay) ?? LAST_DAY,
    })),
    exclusions: [...relationships.values()]
      .filter(({ type }) => type === 'EXCLUDES')
      .map(({ from, to, properties }) => ({
        from,
        to,
        ...validDays(properties),
        modality: Math.max(0, (MODALITIES as readonly unknown[]).indexOf(properties.modality)),
        evidence: [],
      })),
    names: new Map(
      [...nodes.values()].map(({ id, properties: { name, nameEn } }) => [
        id,
        { name: String(name ?? id), nameEn: typeof nameEn === 'string' ? nameEn : undefined },
      ]),
    ),
  });
}

function dayOf(
  { properties }: DatasetNode,
  name: string,
  widen: (coarse: string) => number | undefined,
): number | undefined {
  const value = properties[name];
  return typeof value === 'string' ? widen(value) : undefined;
}
