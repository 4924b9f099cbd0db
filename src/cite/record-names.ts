/** What a record is called in texts, and how closely a text keeps to it. */

import type { DatasetNode } from '../model/dataset.ts';
import type { Model } from '../model/model.ts';
import type { Closeness } from './text/name-text.ts';

/** Texts name a policy by its subject more often than by its whole title. */
const NAMED_IN_PART = 'Policy';
/** What a text about one of these does not name whole: 医疗 is enough of 医疗器械 in a text about a firm. */
const CLASSIFIED = ['Firm', 'Product', 'Project'];
const CLASS = 'Industry';

/** Name, English name, aliases and document number. */
export function namesOf({ properties }: DatasetNode): readonly string[] {
  const { name, nameEn, aliases, number } = properties;
  return [name, nameEn, ...(Array.isArray(aliases) ? aliases : []), number].flatMap((each) =>
    typeof each === 'string' ? [each] : [],
  );
}

/** Whether a record has a name that texts use. What is counted is called as the curators define it. */
export function isNamed(model: Model, { type, properties }: DatasetNode): boolean {
  return typeof properties.name === 'string' && !model.nodeTypes.get(type)?.properties.has('unit');
}

/** Whether its name is the curators' description of what a source mentions without a name. */
export function isDescribed({ properties }: DatasetNode): boolean {
  return properties.titleStatus === 'DESCRIPTIVE';
}

/** How closely a text keeps to the name of a record, where the text is about the record at the other end. */
export function closenessOf({ type }: DatasetNode, about: DatasetNode | undefined): Closeness {
  const isClass = type === CLASS && about !== undefined && CLASSIFIED.includes(about.type);
  return isClass || type === NAMED_IN_PART ? 'description' : 'name';
}
