/** The way through the tokens of a YAML file: which comment belongs to what. */

import { type CST, Parser } from 'yaml';
import type { Filler, LayoutEntry } from './layout-tree.ts';

/** A file laid out in a way that has no canonical form: it stays as it is. */
export class NoLayout extends Error {
  override name = 'NoLayout';
}

/** What has been met on the way, and belongs to what comes next. */
export interface Walk {
  readonly text: string;
  pending: Filler[];
  /** Line ends since the last key, mark, text or comment. */
  lineEnds: number;
  /** Takes a comment on the line at hand; false where there is one already. */
  note: ((comment: string) => boolean) | undefined;
  anchored: boolean;
  /** The column of the block collection around. */
  around: number | undefined;
}

/** Takes spaces, line ends, comments and marks; gives the anchor among them. */
export function takeTokens(walk: Walk, tokens: readonly CST.SourceToken[] | undefined): string | undefined {
  let anchor: string | undefined;
  for (const { type, source, offset } of tokens ?? []) {
    if (type === 'space' || type === 'byte-order-mark' || type === 'doc-mode') continue;
    if (type === 'newline') {
      walk.lineEnds += 1;
      if (walk.lineEnds === 2 && walk.pending.at(-1) !== 'blank') walk.pending.push('blank');
    } else if (type === 'comment') takeComment(walk, source.trimEnd(), offset);
    else if (type === 'tag' || type === 'flow-error-end') throw new NoLayout('the file has a tag');
    else {
      walk.lineEnds = 0;
      if (type === 'anchor') {
        anchor = source;
        walk.anchored = true;
      }
    }
  }
  return anchor;
}

function takeComment(walk: Walk, comment: string, offset: number): void {
  const taken = walk.lineEnds === 0 && walk.note?.(comment);
  if (!taken) walk.pending.push({ comment, column: columnOf(walk, offset) });
  walk.lineEnds = 0;
  walk.note = undefined;
}

/** The column of an offset, from 0. */
export function columnOf({ text }: Walk, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Takes a comment behind a part of an entry. */
export function noteOf(entry: LayoutEntry, part: 'opening' | 'note'): Walk['note'] {
  return (comment) => {
    if (entry[part] !== undefined) return false;
    entry[part] = comment;
    return true;
  };
}

/** All comments of a text, in its order. */
export function commentsOf(text: string): readonly string[] {
  const found: string[] = [];
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) collect(each);
    else if (typeof part === 'object' && part !== null) {
      if ('type' in part && part.type === 'comment' && 'source' in part) {
        found.push(String(part.source).trimEnd());
      } else for (const each of Object.values(part)) collect(each);
    }
  };
  for (const token of new Parser().parse(text)) collect(token);
  return found;
}
