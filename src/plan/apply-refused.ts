/** A refusal to change the graph, and why. */

/** Why a change of the graph is refused. */
export type RefusalCode =
  /** The graph has moved since the plan was made. */
  | 'stale'
  /** Another apply holds the lock. */
  | 'locked'
  /** What would be deleted has relationships that no seed says. */
  | 'foreign-relationships'
  /** What would be deleted has properties or labels that no seed says. */
  | 'foreign-properties'
  /** Nodes of other hands have ids that records would get. */
  | 'foreign-nodes'
  /** What the product keeps beside the facts was taken out of the graph. */
  | 'damaged'
  /** One transaction has no memory for it. */
  | 'too-large'
  /** There is no such revision. */
  | 'unknown-revision'
  /** A revision keeps nothing to undo it by, as a first load by import. */
  | 'not-kept'
  /** Other hands changed what is to be touched. */
  | 'drift'
  /** Today's model has no place for what was. */
  | 'model'
  /** Later revisions touched the same. */
  | 'touched-later'
  /** What was undone would be done again. */
  | 'again';

/** A refusal that leaves the graph as it was. */
export class ApplyRefused extends Error {
  override name = 'ApplyRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A list in lines under a message, cut where it gets long. */
export function withList(message: string, lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return [message, ...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n');
}

const MOST_LINES = 50;
