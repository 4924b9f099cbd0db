/** The caption of a node without a name, shown where graphs are drawn. */

import type { DatasetNode } from '../dataset.ts';
import { type Model, type NodeTypeModel, STATED_VALUE } from '../model.ts';
import { bareName, writtenName } from '../record-name.ts';
import { inBrackets } from './fact-sentence.ts';
import { fieldName } from './field-words.ts';
import { ownParts, typeOfOwner } from './own-words.ts';
import type { RecordNames } from './record-names.ts';
import { valueWords } from './value-words.ts';

/** The stored property. */
export const CAPTION = 'caption';
/** Captions are in the dataset's own language, as names are. */
const LANGUAGE = 'ZH';
/** The property whose words come last, after the subject. */
const PRINTED = 'printed';

/** Whether nodes of a type have a caption: types without names. */
export function hasCaption(type: NodeTypeModel | undefined): boolean {
  return type !== undefined && !type.properties.has('name');
}

/**
 * The caption of a node; undefined where it has a name.
 * @example 集成电路产业规模 上海市 2023年：2500亿元 · 面积（平方公里）：超过4 · 称号：专精特新
 */
export function captionOf(model: Model, node: DatasetNode, names: RecordNames): string | undefined {
  const type = model.nodeTypes.get(node.type);
  if (!type || !hasCaption(type)) return undefined;
  // Of a figure, what identifies it; of all else, every value.
  const { parts, hedges } = ownParts(model, node, LANGUAGE, !type.properties.has(PRINTED));
  const behind = inBrackets(hedges, LANGUAGE);
  const words = (some: typeof parts) => some.map((part) => part.words).filter((each) => each !== '');
  if (node.type === STATED_VALUE) {
    const property = fieldName(
      model,
      typeOfOwner(model, node)?.name ?? '',
      String(node.properties.property),
      LANGUAGE,
    );
    return `${property}：${words(parts).join('，')}${behind}`;
  }
  const ends = names
    .refersTo(node.id)
    .filter((end) => names.nodeOf(end)?.properties.name !== undefined)
    .map((end) => nameIn(model, end, names));
  const printed = parts.find(({ name }) => name === PRINTED);
  if (printed) {
    const about = [...ends, ...words(parts.filter((each) => each !== printed))].join(' ');
    return `${about}：${printed.words}${behind}`;
  }
  const rules = rulesOf(model, type, node, names);
  const said = rules.length > 0 ? rules : words(parts);
  return `${type.words[LANGUAGE]}：${[...ends, ...said].join('，')}${behind}`;
}

function nameIn(model: Model, id: string, names: RecordNames): string {
  const style = model.nodeTypes.get(names.nodeOf(id)?.type ?? '')?.nameStyle;
  return writtenName(style, names.nameOf(id), LANGUAGE, true);
}

/** JSON properties in words, with the names of the records that they refer to. */
function rulesOf(
  model: Model,
  type: NodeTypeModel,
  { properties }: DatasetNode,
  names: RecordNames,
): readonly string[] {
  const nameOf = (id: string) => (names.nodeOf(id) ? bareName(names.nameOf(id), LANGUAGE) : undefined);
  return [...type.properties.values()].flatMap((property) => {
    const value = properties[property.name];
    if (property.valueKind !== 'json' || typeof value !== 'string') return [];
    return [valueWords(model, property, value, LANGUAGE, nameOf)];
  });
}
