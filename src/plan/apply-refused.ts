/** A refusal to change the graph, and why. */

import { inLanguage, type Part, type TerminalLanguage, type Text } from '../diagnostics/text.ts';
import { TextError } from '../diagnostics/text-error.ts';

/** Why a change of the graph is refused. */
export type RefusalCode =
  /** The graph has moved since the plan was made. */
  | 'stale'
  /** Another apply holds the lock. */
  | 'locked'
  /** What would be deleted has relationships that no seed states. */
  | 'foreign-relationships'
  /** What would be deleted has properties or labels that no seed states. */
  | 'foreign-properties'
  /** Nodes that were not loaded from seeds have ids that records would get. */
  | 'foreign-nodes'
  /** What the product keeps beside the facts was taken out of the graph. */
  | 'damaged'
  /** One transaction has no memory for it. */
  | 'too-large'
  /** There is no such revision. */
  | 'unknown-revision'
  /** A revision keeps nothing to undo it by, as a first load by import. */
  | 'not-kept'
  /** Manual edits changed what the plan touches. */
  | 'drift'
  /** The current model cannot represent the earlier state. */
  | 'model'
  /** The graph has left the model of this program for another. */
  | 'former-model'
  /** Later revisions touched the same. */
  | 'touched-later'
  /** The seeds would reapply what was undone. */
  | 'again';

/** A refusal that leaves the graph as it was. */
export class ApplyRefused extends TextError {
  override name = 'ApplyRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, text: Part) {
    super(text);
    this.code = code;
  }
}

/** A list in lines under a message, cut where it gets long. */
export function withList(message: Text, lines: readonly Part[]): Text {
  const shown = lines.slice(0, MOST_LINES);
  const rest = lines.length - shown.length;
  const inLines = (language: TerminalLanguage, more: string) =>
    [
      message[language],
      ...shown.map((line) => `  ${inLanguage(line, language)}`),
      ...(rest > 0 ? [`  ${more}`] : []),
    ].join('\n');
  return { en: inLines('en', `… and ${rest} more`), zh: inLines('zh', `…… 另有 ${rest} 项`) };
}

const MOST_LINES = 50;
