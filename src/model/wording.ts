/** What is stored of nodes and facts for people to read. It follows from what others are called, and is no fact itself. */

import { CAPTION, captionOf } from './caption.ts';
import type { DatasetNode, DatasetRelationship, Evidence, Properties } from './dataset.ts';
import { EVIDENCE_LISTS, evidenceWords } from './evidence-form.ts';
import type { Model } from './model.ts';
import type { RecordNames } from './record-names.ts';

/** Writes it. */
export interface Wording {
  readonly node: (node: DatasetNode) => Properties;
  readonly fact: (fact: DatasetRelationship) => Properties;
}

/** The names of what is stored so; `evidence` has the locators, which are facts, behind the titles. */
export const WORDING: readonly string[] = [CAPTION, ...EVIDENCE_LISTS.slice(0, 1)];

/** Wording by names that are known. */
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
