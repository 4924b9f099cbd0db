/** Keys that a map may have, and what was meant by another. */

import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import { type FieldsModel, isA, type Model, type RelationshipModel } from '../../model/model.ts';
import type { Report } from './report.ts';
import type { WrittenMap } from './written.ts';

/** Whether the model lets seeds write a key of a record or an owned thing. */
export function isKey(type: FieldsModel, key: string): boolean {
  return (
    type.properties.has(key) ||
    type.relationships.get(key)?.written === true ||
    type.owned.get(key)?.internal === false ||
    key === 'evidence'
  );
}

/** All those keys. */
function keysOf(type: FieldsModel): readonly string[] {
  const all = [...type.properties.keys(), ...type.relationships.keys(), ...type.owned.keys(), 'evidence'];
  return all.filter((key) => isKey(type, key));
}

/** Reports the keys of a record that its type does not have. */
export function checkRecordKeys(model: Model, type: FieldsModel, map: WrittenMap, report: Report): void {
  for (const { key } of map.entries) {
    if (isKey(type, key.text)) continue;
    const keys = keysOf(type);
    const owner = `\`${type.name}\``;
    const relationship = type.relationships.get(key.text);
    if (relationship)
      report(key.span, recordFaults.keyInverse(key.text, owner, otherEnd(model, relationship)));
    else if (type.computed.has(key.text)) report(key.span, recordFaults.keyAnswered(key.text, owner));
    else if (EVIDENCE.includes(key.text)) report(key.span, recordFaults.keyOfEvidence(key.text, owner));
    else report(key.span, recordFaults.keyUnknown(key.text, owner, nearest(key.text, keys), keys));
  }
}

/** Keys inside `evidence`, and nowhere else. */
const EVIDENCE = ['source', 'locator', 'checkedBy', 'checkedOn'];

/** Reports the keys of a map that has these and no others. */
export function checkKeys(keys: readonly string[], owner: Part, map: WrittenMap, report: Report): void {
  for (const { key } of map.entries) {
    if (!keys.includes(key.text)) {
      report(key.span, recordFaults.keyUnknown(key.text, owner, nearest(key.text, keys), keys));
    }
  }
}

/** Where the other side of a relationship is written: `industries` of `policies`. */
function otherEnd(model: Model, { stored, direction }: RelationshipModel): Text {
  const far = direction === 'OUT' ? stored.to : stored.from;
  for (const type of model.nodeTypes.values()) {
    if (!isA(model, type.name, far)) continue;
    for (const side of type.relationships.values()) {
      if (side.written && side.stored.type === stored.type) {
        const [key, list] = [`\`${side.name}\``, `\`${type.root?.list ?? type.name}:\``];
        return { en: `${key} of a record of ${list}`, zh: `${list} 下记录的 ${key}` };
      }
    }
  }
  return {
    en: `a relationship of \`${far}\`: it is derived, and never written in seeds`,
    zh: `\`${far}\` 的关系；此关系由其他事实推出，不在种子文件中填写`,
  };
}
