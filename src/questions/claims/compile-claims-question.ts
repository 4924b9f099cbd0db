/** `claims`: what needs a second look is read and judged, and one statement fetches what is asked of the page (§13). */

import { compileEvidence } from '../../compile/compile-evidence.ts';
import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import { type CompileContext, type Compiled, compileMap, expression } from '../../compile/compiled.ts';
import { matchNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput, clientError } from '../../diagnostics/client-error.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { ENTITY } from '../../model/model.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import type { Decision } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { selectAnswers } from '../select-answers.ts';
import { chooseClaims } from './choose-claims.ts';
import type { Claimed } from './claimed.ts';
import { decideClaims } from './decide-claims.ts';

/** The argument that names something, and what it must be. */
export const CLAIMS_IDS = { about: ENTITY } as const;

/** How many claims may be read for one answer. */
const MOST_CLAIMS = 20_000;

/** The answer of `claims`, with `about` beside it where it names nothing. */
export function* compileClaimsQuestion(
  context: CompileContext,
  field: SelectedField,
  _views: GroundViews,
): Decision<Compiled> {
  const named = bindNamed(context, field, CLAIMS_IDS);
  const claims = yield* readAsked(context, field);
  const rows: Readonly<Record<string, unknown>>[] = [];
  let wanted: { readonly after: readonly string[] } | undefined;
  const page = compilePage(context, 'Claim', field, {
    from: '',
    position: 'row.position',
    order: { name: 'claims', types: ['string', 'string', 'string', 'string'] },
    rows: (after, limit) => {
      wanted = { after: (after ?? []).map(String) };
      const about = matchNode(context, 'x', 'row.about', () => rows.map((row) => String(row.about)));
      return `UNWIND ${context.parameters.add(rows)} AS row ${about}
WITH row, x ORDER BY row.at LIMIT ${limit}`;
    },
    node: (selections) => compileClaim(context, selections),
    extra: () => ({ calls: '', text: 'null', read: () => claims.length }),
  });
  if (wanted) {
    const { after } = wanted;
    const behind = claims.filter((claim) => after.length === 0 || compareLists(positionOf(claim), after) > 0);
    const cut = behind.slice(0, Number(field.arguments.first) + 1);
    const asksChosen = selectAnswers(context, 'Claim', field).some(({ name }) => name === 'chosen');
    const chosen = asksChosen ? yield* chooseClaims(context.model, cut) : cut;
    rows.push(...chosen.map((claim, at) => rowOf(claim, at)));
  }
  return besideUnknown(context, CLAIMS_IDS, named, page);
}

/** All claims that are asked for, in order. */
function* readAsked(
  { model, day }: CompileContext,
  { arguments: { weak, conflicting, about } }: SelectedField,
): Decision<readonly Claimed[]> {
  const asked = {
    weak: typeof weak === 'boolean' ? weak : undefined,
    conflicting: typeof conflicting === 'boolean' ? conflicting : undefined,
    about: about === undefined ? undefined : String(about),
  };
  if (asked.about === undefined && !asked.weak && !asked.conflicting) {
    throw badUserInput(
      'about',
      'claims are asked for by "weak: true", "conflicting: true" or what they are "about".',
    );
  }
  const claims = yield* decideClaims(model, day, asked, MOST_CLAIMS);
  if (!claims) throw tooMany();
  return claims;
}

function positionOf({ about, property, value, holder }: Claimed): readonly string[] {
  return [about, property, value, holder];
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  return a.reduce((order, each, at) => order || compareText(each, b[at] ?? ''), 0);
}

/** A claim as the statement takes it. */
function rowOf(claim: Claimed, at: number): Readonly<Record<string, unknown>> {
  const {
    about,
    property,
    value,
    printed = null,
    bound,
    modality,
    chosen,
    evidenceSources,
    evidence,
    evidenceChecks,
  } = claim;
  return {
    at,
    position: positionOf(claim),
    ...{ about, property, value, printed, bound, modality, chosen },
    ...{ evidenceSources, evidence, evidenceChecks },
  };
}

/** One claim as its selections ask for it, over bound `row` and `x`, what it is about. */
function compileClaim(context: CompileContext, selections: readonly SelectedField[]): Compiled {
  const nodes = selections.flatMap((each) => each.nodes);
  const compileField = (each: SelectedField): Compiled => {
    if (each.name === 'about') return compileNode(context, ENTITY, each.nodes, 'x');
    if (each.name === 'evidence') return compileEvidence(context, each, 'row', compileNode);
    return expression(`row.${each.name}`);
  };
  return compileMap(
    selectFields(context, 'Claim', nodes).map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileField(each),
    ]),
    'Claim',
  );
}

function tooMany() {
  const message = `More than ${MOST_CLAIMS} claims would be read; ask for those "about" one entity.`;
  return clientError('QUERY_TOO_COMPLEX', message, { limit: 'about', allowed: MOST_CLAIMS });
}
