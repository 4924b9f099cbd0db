/** The layout of a seed file as a tree: every key, dash, text and comment, with nothing of its indentation left. */

/** What is between entries: a comment on a line of its own, or an empty line. */
export type Filler = { readonly comment: string; readonly column: number } | 'blank';

/** A key of a map or an item of a list, with the comments that go where it goes. */
export interface LayoutEntry {
  /** Above it. */
  lead: Filler[];
  /** As written, with its anchor and quotes; undefined for an item of a list. */
  key: string | undefined;
  /** The anchor of its value. */
  anchor: string | undefined;
  /** The comment behind its key or dash, before what belongs to it. */
  opening: string | undefined;
  value: LayoutValue | undefined;
  /** The comment behind its value. */
  note: string | undefined;
}

/** A text in one or more lines, as written. */
export interface LayoutText {
  readonly form: 'text';
  readonly lines: readonly string[];
}

/** A text after `|` or `>`: its lines without their common indentation. */
export interface LayoutBlock {
  readonly form: 'block';
  readonly header: string;
  /** Spaces of indentation that the header demands. */
  readonly demanded: number | undefined;
  readonly lines: readonly string[];
}

/** A map or a list. */
export interface LayoutCollection {
  readonly form: 'map' | 'list';
  /** Written in brackets. */
  readonly flow: boolean;
  entries: LayoutEntry[];
  /** Below the last entry. */
  foot: Filler[];
  /** The comment behind the opening bracket. */
  opening: string | undefined;
}

/** What an entry holds. */
export type LayoutValue = LayoutText | LayoutBlock | LayoutCollection;

/** The layout of a file. */
export interface Layout {
  /** Directives and comments before `---`; empty where no directive demands that mark. */
  readonly head: readonly string[];
  /** Undefined for a file that has nothing but comments. */
  readonly root: LayoutCollection | undefined;
  /** Below everything, or all there is. */
  readonly foot: readonly Filler[];
  /** Whether there is an anchor: an alias has to come after it. */
  readonly anchored: boolean;
}

/** Whether something is a map or a list. */
export function isCollection(value: LayoutValue | undefined): value is LayoutCollection {
  return value?.form === 'map' || value?.form === 'list';
}

/** Whether there is a comment anywhere inside a value. */
export function hasComments(value: LayoutValue | undefined): boolean {
  if (!isCollection(value)) return false;
  return (
    value.opening !== undefined ||
    value.foot.some((filler) => filler !== 'blank') ||
    value.entries.some(
      (entry) =>
        entry.opening !== undefined ||
        entry.note !== undefined ||
        entry.lead.some((filler) => filler !== 'blank') ||
        hasComments(entry.value),
    )
  );
}
