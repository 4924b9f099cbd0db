/** The revisions applied since a known one: what a server sends to listeners. */

import type { Row, Statement } from '../../cypher/statement.ts';
import { GRAPH_LABEL } from '../../model/model.ts';

/** A revision as it is announced. */
export interface AppliedRevision {
  readonly revision: number;
  readonly digest: string;
  readonly at: string;
}

/** What was applied: the newest revision, and those after the one asked from, oldest first. */
export interface Applied {
  /** Undefined where nothing was ever applied. */
  readonly newest: AppliedRevision | undefined;
  readonly since: readonly AppliedRevision[];
}

/**
 * Asks for the revisions after one.
 * @param most the most of them, the newest
 */
export function appliedSince(revision: number, most: number): Statement {
  return {
    text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) WHERE g.revision > 0
CALL (g) { MATCH (r:Revision) WHERE r.number > $after AND r.number <= g.revision
WITH r ORDER BY r.number DESC LIMIT $most
RETURN collect({revision: r.number, digest: r.digest, at: r.at}) AS since }
RETURN {revision: g.revision, digest: g.digest, at: g.appliedAt} AS newest, since`,
    parameters: { after: revision, most },
  };
}

/** The content of the rows of {@link appliedSince}. */
export function appliedOf(rows: readonly Row[]): Applied {
  const [row] = rows;
  // Written by apply alone.
  const since = (row?.since ?? []) as readonly AppliedRevision[];
  return { newest: row?.newest as AppliedRevision | undefined, since: since.toReversed() };
}
