/** A first map of a list, from its headings and the model's own words: a person checks it before it is used. */

import type { Model, NodeTypeModel, OwnedModel, PropertyModel } from '../model/model.ts';
import { TO_PART } from '../seeds/csv/read-columns.ts';
import { typesByKey } from '../seeds/written/list-records.ts';
import { characterPairs } from './character-pairs.ts';
import { headingKey, type Table } from './find-table.ts';

/** A heading taken for a column of a seed table. */
interface Suggestion {
  readonly to: string;
  readonly unit?: string;
  readonly with?: Readonly<Record<string, string>>;
  /** How much of the heading the model's word covers, from 0 to 1. */
  readonly score: number;
}

/** Headings that count rows, name the record, or say nothing that a record keeps. */
const ROW_NUMBER = /^(?:序号|编号|no\.?|#)$/iu;
const NAME = /名称$/u;
const UNIT = /[（(]\s*(?:单位[:：])?\s*([^（）()]*[元人家个%㎡])\s*[）)]\s*$/u;
const BRACKETS = /[（(][^（）()]*[）)]/gu;
const YEAR = /((?:19|20)\d{2})年/u;
/** A word of the model that covers less of a heading says something else. */
const LEAST_SCORE = 0.5;
/** Values shown beside each heading. */
const EXAMPLES = 3;

/**
 * The text of a map. What the list does not contain is left empty, and the map is refused until it is filled in.
 * @param key the type of the records, as seed files name it; undefined: the one whose words fit the headings best
 */
export function suggestMap(model: Model, table: Table, key: string | undefined): string {
  const types = typesByKey(model);
  const found = key === undefined ? bestType(model, types, table) : key;
  const type = types.get(found);
  const headings = table.header.map((text, at) => ({ text, at })).filter(({ text }) => text !== '');
  const year = YEAR.exec(table.aside.map(({ cells }) => cells[0]?.text ?? '').join(' '))?.[1];
  const taken = new Set<string>();
  const lines = headings.map(({ text, at }) => {
    const examples = [
      ...new Set(table.rows.map(({ cells }) => cells[at]?.text ?? '').filter((each) => each !== '')),
    ];
    const shown = examples.slice(0, EXAMPLES).join(' · ').replaceAll('\n', ' ');
    return `  ${quoted(text)}: ${columnOf(model, type, text, taken, year)}${shown === '' ? '' : ` # ${shown}`}`;
  });
  return [
    '# A suggestion: check each line. What is not in the list, `with` says of every row.',
    'source: # the id of the source that this list is: source:…',
    `type: ${found}`,
    'columns:',
    ...lines,
    '# with:',
    '#   titles.title: …',
    '',
  ].join('\n');
}

/** The type whose words the most headings have. */
function bestType(model: Model, types: ReadonlyMap<string, NodeTypeModel>, table: Table): string {
  const scored = [...types].map(([key, type]) => {
    const own = Math.max(
      ...table.header.map((text) => likeness(NAME.test(text) ? text.replace(NAME, '') : '', zh(type))),
    );
    const scores = table.header.map((text) => suggestionsFor(model, type, text, undefined)[0]?.score ?? 0);
    return { key, score: own * 2 + scores.reduce((sum, score) => sum + score, 0) };
  });
  const [best] = scored.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return best?.key ?? '';
}

/** The last word of a description is the Chinese term: "A firm: a legal person. 企业". */
function zh({ description }: { readonly description: string }): string {
  return /([\p{Script=Han}]+)[^\p{Script=Han}]*$/u.exec(description)?.[1] ?? '';
}

function columnOf(
  model: Model,
  type: NodeTypeModel | undefined,
  heading: string,
  taken: Set<string>,
  year: string | undefined,
): string {
  const key = headingKey(heading);
  if (ROW_NUMBER.test(key)) return 'rowNumber';
  if (NAME.test(key) && !taken.has('name')) {
    taken.add('name');
    return 'name';
  }
  const [best] = type
    ? suggestionsFor(model, type, heading, year).filter(
        ({ to, with: constants }) => !taken.has(JSON.stringify([to, constants])),
      )
    : [];
  if (!best) return 'ignore';
  taken.add(JSON.stringify([best.to, best.with]));
  const parts = [
    `to: ${best.to}`,
    ...(best.unit === undefined ? [] : [`unit: ${best.unit}`]),
    ...(best.with
      ? [
          `with: { ${Object.entries(best.with)
            .map(([name, value]) => `${name}: ${value}`)
            .join(', ')} }`,
        ]
      : []),
  ];
  return parts.length === 1 ? best.to : `{ ${parts.join(', ')} }`;
}

/** What a heading may be, the likeliest first. */
function suggestionsFor(
  model: Model,
  type: NodeTypeModel,
  heading: string,
  year: string | undefined,
): readonly Suggestion[] {
  const unit = UNIT.exec(heading)?.[1];
  const bare = headingKey(heading.replace(BRACKETS, ''));
  const properties = [...type.properties.values()].map(
    (property): Suggestion => ({
      to: property.name,
      ...unitOf(property, unit),
      score: likeness(bare, property.words.ZH),
    }),
  );
  const relationships = [...type.relationships.values()]
    .filter(({ written }) => written)
    .map(({ name, words }): Suggestion => ({ to: `${name}.${TO_PART}`, score: likeness(bare, words.ZH) }));
  const figures = [...type.owned.values()].flatMap((owned) => figuresOf(model, owned, bare, unit, year));
  return [...properties, ...relationships, ...figures]
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
}

/** A figure of an owned record: what is counted is the value of an enum, whose words the heading has. */
function figuresOf(
  model: Model,
  { name, type }: OwnedModel,
  heading: string,
  unit: string | undefined,
  year: string | undefined,
): readonly Suggestion[] {
  const properties = [...(model.nodeTypes.get(type)?.properties.values() ?? [])];
  const value = properties.find(({ figure }) => figure);
  const counted = properties.find(({ key, units }) => key && units.size > 0);
  const period = properties.find(({ valueKind }) => valueKind === 'period');
  if (!value || !counted) return [];
  return [...counted.valueTexts].map(([attribute, text]) => ({
    to: `${name}.${value.name}`,
    unit: unit ?? counted.units.get(attribute) ?? '',
    with: {
      [`${name}.${counted.name}`]: attribute,
      ...(period ? { [`${name}.${period.name}`]: year ?? '' } : {}),
    },
    score: likeness(heading, text),
  }));
}

function unitOf({ valueKind }: PropertyModel, unit: string | undefined): { readonly unit?: string } {
  return unit !== undefined && ['int', 'decimal', 'money'].includes(valueKind) ? { unit } : {};
}

/** The share of pairs of characters that two texts have in common, by Dice. */
function likeness(a: string, b: string): number {
  const [left, right] = [characterPairs(a), characterPairs(headingKey(b))];
  if (left.length === 0 || right.length === 0) return a !== '' && a === b ? 1 : 0;
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length);
}

/** A heading as a key of YAML. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}（）]+$/u.test(text) ? text : JSON.stringify(text);
}
