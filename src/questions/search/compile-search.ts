/** `search`, compiled: the page of hits and their total, in one statement. */

import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  compileMap,
  expression,
  record,
} from '../../compile/compiled.ts';
import { countRows } from '../../compile/count-rows.ts';
import { pageOrder, type SortKey } from '../../compile/page-order.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { whereCondition } from '../../compile/where-condition.ts';
import { cypherName } from '../../cypher/names.ts';
import { badUserInput, recordIncomplete } from '../../diagnostics/client-error.ts';
import { ENTITY, NODE, rootTypes } from '../../model/model.ts';
import {
  isSearchable,
  latinNeedle,
  pinyinNeedle,
  searchedWords,
  textNeedle,
} from '../../model/text/search-form.ts';
import { bindSoughtTypes } from '../sought-types.ts';
import { hitsOf, matchedOf, rankOf, SCORE, type SearchParameters } from './search-cypher.ts';

/** What is listed last after all else; best first: by rank, then the shorter name, then the id. */
const KEYS: readonly SortKey[] = [
  { text: 'isLast', type: 'number' },
  { text: 'rank', type: 'number' },
  { text: 'length', type: 'number' },
  { text: 'entry.id', type: 'string' },
];

/** Characters of the longest text that is looked for. */
const LONGEST_TEXT = 200;

/**
 * The answer of `search`.
 * @throws BAD_USER_INPUT where the text is too long, or has nothing in it to look for
 */
export function compileSearch(context: CompileContext, field: SelectedField): Compiled {
  const search = bindArguments(context, field);
  const found = () => `${hitsOf(search)}${passing(context, field.arguments.where)}`;
  const order = pageOrder(context, 'search', KEYS);
  return compilePage(context, 'Search', field, {
    from: '',
    position: order.position,
    order: order.cursor,
    // Records are looked up in order and until the page is full: one that manual edits deleted takes no place on it.
    rows: (after, limit) => `${found()}
${rankOf(search)}
WITH entry, isLast, rank, length${after === undefined ? '' : ` WHERE ${order.beyond(after)}`}
ORDER BY ${order.text}
MATCH (hit:${NODE} {id: entry.id})
WITH hit, entry, isLast, rank, length ORDER BY ${order.text} LIMIT ${limit}`,
    node: (selections) => compileHit(context, search, selections),
    extra: () => countRows(context, '', found()),
  });
}

function bindArguments(context: CompileContext, field: SelectedField): SearchParameters {
  const text = String(field.arguments.text);
  if (Array.from(text).length > LONGEST_TEXT) {
    throw badUserInput('text', `it may have ${LONGEST_TEXT} characters at most.`);
  }
  if (!isSearchable(text)) {
    throw badUserInput('text', 'there is no letter, digit or character in it to look for.');
  }
  const parts = partOf(text);
  const words = searchedWords(text);
  const several = words.length > 1 ? words.map(partOf) : [];
  const last = [...context.model.nodeTypes.values()].filter((type) => type.root?.searchedLast);
  return {
    whole: context.parameters.add(textNeedle(text)),
    parts: context.parameters.add(parts),
    words: context.parameters.add(several),
    anchor: context.parameters.add(several.length === 0 ? parts : anchorOf(words)),
    types: bindSoughtTypes(context, field),
    last: context.parameters.add(last.map(({ name }) => name)),
  };
}

/**
 * Clauses that keep the hits that pass the filter of their own list; hits of lists without a filter are dropped.
 * @example
 * MATCH (n0:Node {id: entry.id})
 * CALL (n0) { … RETURN count(*) > 0 AS b1 }
 * WITH entry WHERE (n0.nodeType = 'Firm' AND b1)
 */
function passing(context: CompileContext, where: unknown): string {
  if (where === undefined) return '';
  const hit = context.variable('n');
  const parts = rootTypes(context.model).flatMap(({ name, root }) => {
    const filter = record(where)[root?.list ?? ''];
    if (filter === undefined || filter === null) return [];
    const { calls, text } = whereCondition(context, name, filter, hit);
    const isOfType = `${hit}.nodeType = '${cypherName(name)}'`;
    return [{ calls, text: text === undefined ? isOfType : `(${isOfType} AND ${text})` }];
  });
  if (parts.length === 0) throw badUserInput('where', 'it names the lists looked through: { firms: {} }.');
  return `
MATCH (${hit}:${NODE} {id: entry.id})
${parts.map(({ calls }) => calls).join('')}WITH entry, ${hit} WHERE ${parts.map(({ text }) => text).join(' OR ')}
WITH entry`;
}

/** How a text, or a word of it, is looked for. */
function partOf(text: string) {
  const latin = latinNeedle(text);
  return {
    text: latin === undefined ? textNeedle(text) : null,
    latin: latin ?? null,
    pinyin: pinyinNeedle(text) ?? null,
  };
}

/** What everything that has all words has, and everything that has the whole text, too. */
function anchorOf(words: readonly string[]) {
  const [longest] = words
    .filter((word) => latinNeedle(word) === undefined)
    .sort((a, b) => b.length - a.length);
  if (longest !== undefined) return partOf(longest);
  const first = partOf(words[0] ?? '');
  return { ...first, pinyin: first.pinyin ?? first.latin?.replace('/', '|') ?? null };
}

function compileHit(
  context: CompileContext,
  search: SearchParameters,
  selections: readonly SelectedField[],
): Compiled {
  const fields = selectFields(
    context,
    'SearchHit',
    selections.flatMap((each) => each.nodes),
  );
  const compileField = (field: SelectedField): Compiled => {
    if (field.name === 'entity') return compileNode(context, ENTITY, field.nodes, 'hit');
    if (field.name === 'score') return expression(SCORE);
    return expression(`[hit.id, ${matchedOf(search)}]`, (raw) => {
      const [id, matched] = array(raw);
      // What it was found by is not on the record any more.
      if (typeof matched !== 'string') throw recordIncomplete('Entity.name', String(id));
      return matched;
    });
  };
  return compileMap(
    fields.map((each): readonly [string, Compiled] => [each.responseKey, compileField(each)]),
    'SearchHit',
  );
}
