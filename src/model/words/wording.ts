/** Wording: captions and evidence stored for people. It follows from the names of other records and is not a fact. */

import type { DatasetNode, DatasetRelationship, Evidence, Properties } from '../dataset.ts';
import type { Model } from '../model.ts';
import { CAPTION, captionOf } from './caption.ts';
import { EVIDENCE_LISTS, evidenceWords } from './evidence-form.ts';
import type { RecordNames } from './record-names.ts';

/** The wording of nodes and facts. */
export interface Wording {
  readonly node: (node: DatasetNode) => Properties;
  readonly fact: (fact: DatasetRelationship) => Properties;
}

/** The properties of wording; `evidence` also holds the locators, which are facts. */
export const WORDING: readonly string[] = [CAPTION, ...EVIDENCE_LISTS.slice(0, 1)];

/** Wording composed of given names. */
export function wordingOf(model: Model, names: RecordNames): Wording {
  const evidence = (list: readonly Evidence[]): Properties =>
    list.length === 0 ? {} : { evidence: evidenceWords(list, (source) => names.nameOf(source).name) };
  return {
    node: (node) => {
      const caption = captionOf(model, node, names);
      return { ...evidence(node.evidence), ...(caption === undefined ? {} : { [CAPTION]: caption }) };
    },
    fact: (fact) => evidence(fact.evidence),
  };
}
