/** Values written as YAML in any layout that a hand could give them, with comments wherever they may stand. */

import fc, { type GeneratorValue } from 'fast-check';
import { shuffled } from '../shuffled.ts';

/** A text, a list or a map. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** A text in some layout, and the comments in it. */
export interface LaidOut {
  readonly text: string;
  readonly comments: readonly string[];
}

/** What a layout is made with. */
interface Hand {
  readonly generate: GeneratorValue;
  readonly comments: string[];
}

/** The map as a file in a random layout: the order of keys, indentation, brackets, quotes, empty lines, comments. */
export function layOut(tree: { readonly [key: string]: Tree }, generate: GeneratorValue): LaidOut {
  const hand: Hand = { generate, comments: [] };
  const head = chance(hand, 6) ? `---${behind(hand)}\n` : '';
  const lines = [...between(hand, 0), ...mapLines(tree, 0, hand), ...between(hand, 0)];
  const text = `${head}${lines.join('\n')}${chance(hand, 2) ? '\n' : ''}`;
  const comments = hand.comments.filter((comment) => text.includes(comment));
  return { text, comments };
}

function chance({ generate }: Hand, oneIn: number): boolean {
  return generate(fc.nat, { max: oneIn - 1 }) === 0;
}

function upTo({ generate }: Hand, max: number): number {
  return generate(fc.nat, { max });
}

function comment(hand: Hand): string {
  const words = ['a word', '中文', 'key: value', '- dash', '{ [', "it's", '# twice'];
  const text = `# ${hand.comments.length + 1} ${words[upTo(hand, words.length - 1)]}`;
  hand.comments.push(text);
  return text;
}

/** Perhaps a comment behind something. */
function behind(hand: Hand): string {
  return chance(hand, 5) ? `${' '.repeat(1 + upTo(hand, 3))}${comment(hand)}` : '';
}

/** Perhaps empty lines and comments on lines of their own. */
function between(hand: Hand, indent: number): readonly string[] {
  if (!chance(hand, 4)) return [];
  return Array.from({ length: 1 + upTo(hand, 2) }, () => {
    if (chance(hand, 2)) return ' '.repeat(upTo(hand, 2));
    return `${' '.repeat(chance(hand, 3) ? upTo(hand, indent) : indent)}${comment(hand)}`;
  });
}

function mapLines(map: { readonly [key: string]: Tree }, indent: number, hand: Hand): readonly string[] {
  return shuffled(Object.entries(map), hand.generate).flatMap(([key, value], at) => {
    const lines = valueLines(`${' '.repeat(indent)}${scalar(key, hand, false)}:`, value, indent, hand);
    return [...(at === 0 ? [] : between(hand, indent)), ...lines];
  });
}

function listLines(list: readonly Tree[], indent: number, hand: Hand): readonly string[] {
  return list.flatMap((item, at) => [
    ...(at === 0 ? [] : between(hand, indent)),
    ...itemLines(item, indent, hand),
  ]);
}

function itemLines(item: Tree, indent: number, hand: Hand): readonly string[] {
  const dash = `${' '.repeat(indent)}-`;
  if (isMap(item) && Object.keys(item).length > 0 && chance(hand, 2)) {
    const gap = 1 + upTo(hand, 2);
    const [first = '', ...others] = mapLines(item, indent + 1 + gap, hand);
    return [`${dash}${' '.repeat(gap)}${first.trimStart()}`, ...others];
  }
  return valueLines(dash, item, indent, hand);
}

/** A value behind its key or dash. */
function valueLines(mark: string, value: Tree, indent: number, hand: Hand): readonly string[] {
  const inner = indent + 1 + upTo(hand, 3);
  if (typeof value === 'string') {
    if (chance(hand, 8)) return [`${mark} >-${behind(hand)}`, `${' '.repeat(inner)}${value}`];
    const text = scalar(value, hand, true);
    if (!chance(hand, 6)) return [`${mark}${' '.repeat(1 + upTo(hand, 2))}${text}${behind(hand)}`];
    const above = chance(hand, 4) ? [`${' '.repeat(inner)}${comment(hand)}`] : [];
    return [`${mark}${behind(hand)}`, ...above, `${' '.repeat(inner)}${text}${behind(hand)}`];
  }
  const empty = (Array.isArray(value) ? value : Object.keys(value)).length === 0;
  if (empty || chance(hand, 3)) {
    const pad = `\n${' '.repeat(inner)}`;
    return [`${mark} ${flow(value, pad, hand)}${behind(hand)}`];
  }
  const below = isMap(value)
    ? mapLines(value, inner, hand)
    : listLines(value as readonly Tree[], mark.trim() !== '-' && chance(hand, 3) ? indent : inner, hand);
  return [`${mark}${behind(hand)}`, ...between(hand, inner), ...below];
}

/** A value in brackets, on one line or several. */
function flow(value: Tree, pad: string, hand: Hand): string {
  if (typeof value === 'string') return scalar(value, hand, true);
  const gap = () => {
    if (!chance(hand, 6)) return ' '.repeat(upTo(hand, 1));
    return `${behind(hand)}${chance(hand, 4) ? `${pad}${comment(hand)}` : ''}${pad}`;
  };
  const items = isMap(value)
    ? shuffled(Object.entries(value), hand.generate).map(
        ([key, inner]) => `${scalar(key, hand, false)}: ${flow(inner, pad, hand)}`,
      )
    : value.map((item) => flow(item, pad, hand));
  const inside = items.map((item) => `${gap()}${item}${gap()}`).join(',');
  const end = items.length > 0 && chance(hand, 4) ? ',' : '';
  return isMap(value) ? `{${inside}${end}${gap()}}` : `[${inside}${end}${gap()}]`;
}

/** A text plain or in quotes. */
function scalar(text: string, hand: Hand, plainToo: boolean): string {
  const plain = /^[\p{L}\d][\p{L}\d:_ -]*$/u.test(text) && !/: |[: ]$/.test(text);
  if (plain && (!plainToo || !chance(hand, 4))) return text;
  return chance(hand, 2) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

function isMap(tree: Tree): tree is { readonly [key: string]: Tree } {
  return typeof tree === 'object' && !Array.isArray(tree);
}
