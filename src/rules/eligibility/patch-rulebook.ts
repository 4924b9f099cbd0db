/** A rulebook with some of its records and facts as they were, and the rest as they are (§16.4). */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../model/day.ts';
import { isA, type Model } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import { validDays } from '../../model/stored/derive-facts.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import { checkText, evidenceWords } from '../../model/words/evidence-form.ts';
import { modalityRank } from '../build-ground.ts';
import {
  buildRulebook,
  NAMED,
  type RecordName,
  type Rulebook,
  type RulebookCriterion,
  type RulebookExclusion,
  type RulebookWindow,
  readCriterion,
} from './rulebook.ts';

/** The rulebook that differs from another by what was at an earlier revision. */
export function patchRulebook(
  model: Model,
  { criteria, windows, exclusions, names }: Rulebook,
  { nodes, relationships }: Pick<Past, 'nodes' | 'relationships'>,
): Rulebook {
  const ofType = (type: string) => [...nodes.values()].flatMap((node) => (node?.type === type ? [node] : []));
  const isSame = ({ id }: { readonly id: string }) => !nodes.has(id);
  const excluding = [...relationships.values()].flatMap((each) => (each?.type === 'EXCLUDES' ? [each] : []));
  // An exclusion is in the list of both its measures.
  const excludingNow = [...new Map([...exclusions.values()].flat().map((each) => [each.key, each])).values()];
  const named = new Map([...names].filter(([id]) => !nodes.has(id)));
  for (const node of nodes.values()) {
    if (node && NAMED.some((type) => isA(model, node.type, type))) named.set(node.id, nameOf(node));
  }
  return buildRulebook({
    criteria: [...[...criteria.values()].flat().filter(isSame), ...ofType('Criterion').map(criterionOf)],
    windows: [...[...windows.values()].flat().filter(isSame), ...ofType('ApplicationWindow').map(windowOf)],
    exclusions: [
      ...excludingNow.filter(({ key }) => key === '' || !relationships.has(key)),
      ...excluding.map(exclusionOf),
    ],
    names: named,
  });
}

/** A criterion of a dataset. */
export function criterionOf({ id, properties: { position, alternatives } }: DatasetNode): RulebookCriterion {
  return readCriterion(id, ownerId(id), Number(position ?? 0), String(alternatives));
}

/** An application window of a dataset. */
export function windowOf({ id, properties: { opensOn, closesOn } }: DatasetNode): RulebookWindow {
  return {
    id,
    measure: ownerId(id),
    fromDay: firstDay(String(opensOn)) ?? FIRST_DAY,
    toDay: lastDay(String(closesOn)) ?? LAST_DAY,
  };
}

/** An exclusion of a dataset. */
export function exclusionOf({ key, from, to, properties, evidence }: DatasetRelationship): RulebookExclusion {
  // The title precedes the locator, which alone is read.
  const texts = evidenceWords(evidence, () => '');
  return {
    key,
    from,
    to,
    ...validDays(properties),
    modality: modalityRank(properties.modality),
    evidence: evidence.map((each, at) => ({
      source: each.source,
      text: texts[at] ?? '',
      check: checkText(each),
    })),
  };
}

/** What a record of a dataset is called. */
export function nameOf({ id, properties: { name, nameEn } }: DatasetNode): RecordName {
  return { name: String(name ?? id), nameEn: typeof nameEn === 'string' ? nameEn : undefined };
}
