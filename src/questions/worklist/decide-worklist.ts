/** Decides a worklist: each kind of item is read for and reckoned only where it is asked for (§20). */

import type { CompileContext } from '../../compile/compiled.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import { countCandidates } from '../../rules/candidates.ts';
import type { Rulebook } from '../../rules/eligibility/rulebook.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import { emptyCells, workMatrix } from '../../rules/worklist/empty-cells.ts';
import { missingStarts } from '../../rules/worklist/missing-starts.ts';
import { measuresAsked, openCriteria } from '../../rules/worklist/open-criteria.ts';
import { weakClaims } from '../../rules/worklist/weak-claims.ts';
import { compareWork, type WorkAsked, type WorkItem, type WorkKind } from '../../rules/worklist/work-item.ts';
import { type Decision, readRulebook } from '../decision.ts';
import { readFirms } from '../eligibility/applicant-statement.ts';
import { firmsIn } from '../eligibility/compile-applicants.ts';
import { readApplicant } from '../eligibility/read-applicant.ts';
import { sourceTiers } from '../eligibility/terms.ts';
import { readKnownNone } from '../known-none/read-known-none.ts';
import { readWeakFacts } from './read-weak-facts.ts';

/** A question, with the place as it was given. */
export interface WorklistAsked extends WorkAsked {
  readonly placeId: unknown;
  /** Undefined: all kinds. */
  readonly kinds: readonly WorkKind[] | undefined;
}

/** The items, in order. */
export interface Worklist {
  readonly items: readonly WorkItem[];
  /** What criteria are; undefined where none is among the items. */
  readonly rulebook: Rulebook | undefined;
}

/** The whole worklist. */
export function* decideWorklist(
  context: CompileContext,
  views: GroundViews,
  asked: WorklistAsked,
): Decision<Worklist> {
  const isAsked = (kind: WorkKind) => asked.kinds?.includes(kind) ?? true;
  yield* refuseTooMany(views, asked);
  const cells = isAsked('EMPTY_CELL') ? yield* decideCells(context, views, asked) : [];
  const starts = isAsked('MISSING_START') ? yield* missingStarts(views, asked) : [];
  const weak = isAsked('WEAK_CLAIMS')
    ? yield* weakClaims(views, asked, yield* readWeakFacts(context.model))
    : [];
  const criteria: Worklist = isAsked('CRITERION_WITHOUT_FACTS')
    ? yield* decideCriteria(context, views, asked)
    : { items: [], rulebook: undefined };
  const items = [...cells, ...starts, ...weak, ...criteria.items].sort(compareWork);
  return { items, rulebook: criteria.rulebook };
}

/**
 * Refuses a worklist for which too many candidates of `support` would have to be gone through.
 * @throws QUERY_TOO_COMPLEX
 */
function* refuseTooMany(views: GroundViews, { place, industry, day }: WorklistAsked): Decision<void> {
  const found = yield* countCandidates(views, { place, industry, day, includePlanned: false }, 'totalCount');
  const allowed = views.mostCandidates;
  if (found <= allowed) return;
  const message = `"worklist" would go through ${found} candidates, and ${allowed} are allowed: add "place" or "industry".`;
  throw clientError('QUERY_TOO_COMPLEX', message, { limit: 'candidates', allowed, found });
}

function* decideCells(
  { model }: CompileContext,
  views: GroundViews,
  asked: WorklistAsked,
): Decision<readonly WorkItem[]> {
  const matrix = yield* workMatrix(views, asked);
  if (!matrix) return [];
  const view = views.onDay(asked.day, false);
  const above = (nodes: readonly number[], find: (node: number) => ReadonlySet<number>) =>
    new Set(nodes.flatMap((node) => [...find(node)]));
  const knownNone = yield* readKnownNone(model, views.ground, {
    of: 'policies',
    industries: above(
      matrix.rows.map(({ node }) => node),
      view.broaderIndustries,
    ),
    places: above(matrix.columns, view.largerPlaces),
    narrowedBy: 'place',
  });
  return yield* emptyCells(views, asked, matrix, knownNone);
}

function* decideCriteria(
  context: CompileContext,
  views: GroundViews,
  asked: WorklistAsked,
): Decision<Worklist> {
  const measures = yield* measuresAsked(views, asked);
  const ids = measures.length === 0 ? [] : yield* firmsIn(context, views, asked.day, asked.placeId);
  if (ids.length === 0) return { items: [], rulebook: undefined };
  const rows = yield* readFirms(context.model, ids);
  const rulebook = yield* readRulebook();
  const tiers = sourceTiers(context);
  const firms = rows.map((row) => ({ id: String(row.id), applicant: readApplicant(row, tiers) }));
  const items = yield* openCriteria(views, rulebook, measures, firms, asked.day, tiers);
  return { items, rulebook };
}
