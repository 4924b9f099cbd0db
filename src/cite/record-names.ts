/** What a record is called in texts, and how closely a text keeps to it. */

import type { DatasetNode } from '../model/dataset.ts';
import type { Model } from '../model/model.ts';
import type { Closeness } from './name-text.ts';

/** Types whose records a text most often names by a part: an industry by its field, a policy by its subject. */
const NAMED_IN_PART = ['Industry', 'Policy'];

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

/** Whether its name is the curators' description of what a source tells without naming it. */
export function isDescribed({ properties }: DatasetNode): boolean {
  return properties.titleStatus === 'DESCRIPTIVE';
}

/** How closely a text that states a relationship keeps to the name at its far end. */
export function closenessOf({ type }: DatasetNode): Closeness {
  return NAMED_IN_PART.includes(type) ? 'description' : 'name';
}
