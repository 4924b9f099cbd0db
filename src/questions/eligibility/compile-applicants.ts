/** `applicants`: one measure judged for the firms on record, and which of its criteria cuts most. */

import { compileNode } from '../../compile/compile-node.ts';
import { type CompileContext, type Compiled, record } from '../../compile/compiled.ts';
import { matchNode, matchOptionalNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { clientError, recordIncomplete } from '../../diagnostics/client-error.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { languageOf } from '../../model/language.ts';
import { criterionSentence } from '../../model/words/criterion-sentence.ts';
import {
  type ApplicantCounts,
  type CriterionCut,
  countApplicants,
} from '../../rules/eligibility/count-applicants.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import { type DecidedPart, decidedList, decidedMap, fromDecision, fromGraph } from '../decided-parts.ts';
import { type Decision, readRulebook } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { readFirmIds, readFirms } from './applicant-statement.ts';
import type { Wording } from './compile-verdicts.ts';
import { readApplicant } from './read-applicant.ts';
import { createWords, sourceTiers } from './terms.ts';

/** The arguments that name something, and the node type it must be. */
export const APPLICANTS_IDS = { measure: 'Measure', place: 'Place' } as const;

/** How many firms are judged at once. */
export const MOST_FIRMS = 2_000;

/** The answer of `applicants`, with those of the arguments in {@link APPLICANTS_IDS} beside it that name nothing. */
export function* compileApplicants(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const { model, day } = context;
  const measure = String(field.arguments.measure);
  const named = bindNamed(context, field, APPLICANTS_IDS);
  // `applicants` always has a day: its root field takes no `anyDay`.
  invariant(day !== undefined, 'applicants are asked for on a day');
  const tiers = sourceTiers(context);
  const ids = yield* firmsIn(context, views, day, field.arguments.place);
  const rows = ids.length === 0 ? [] : yield* readFirms(model, ids);
  const rulebook = yield* readRulebook();
  const found = yield* countApplicants(
    views.onDay(day, false),
    rulebook,
    measure,
    rows.map((row) => readApplicant(row, tiers)),
    { day, includePlanned: false },
    tiers,
  );
  const wording: Wording = { words: createWords(model, rulebook), tiers };
  const counts = compileCounts(context, field, measure, found, wording);
  const answer = besideUnknown(context, APPLICANTS_IDS, named, counts);
  if (found) return answer;
  const fault = recordIncomplete('Measure.policy', measure);
  return { ...answer, read: (raw) => ({ ...record(answer.read(raw)), fault }) };
}

/**
 * The ids of the firms on record, or of those with a place in one or touching it.
 * @throws QUERY_TOO_COMPLEX where there are more than {@link MOST_FIRMS}
 */
export function* firmsIn(
  { model }: Pick<CompileContext, 'model'>,
  views: GroundViews,
  day: number,
  place: unknown,
): Decision<readonly string[]> {
  const { ground } = views;
  const view = views.onDay(day, false);
  const number = ground.numbers.get(String(place)) ?? -1;
  const places =
    place === undefined
      ? undefined
      : [...ground.places]
          .filter((each) => view.placesAround(each).has(number))
          .map((each) => ground.ids[each] ?? '');
  const ids = yield* readFirmIds(model, { places, day, limit: MOST_FIRMS + 1 });
  if (ids.length > MOST_FIRMS) {
    throw clientError(
      'QUERY_TOO_COMPLEX',
      `Argument "place": more than ${MOST_FIRMS} firms are on record; name a smaller place.`,
      { limit: 'firms', allowed: MOST_FIRMS, argument: 'place' },
    );
  }
  return ids;
}

function compileCounts(
  context: CompileContext,
  field: SelectedField,
  measure: string,
  found: ApplicantCounts | undefined,
  wording: Wording,
): Compiled {
  const [row, m, one] = [context.variable('row'), context.variable('n'), context.variable('c')];
  const criteria = found?.criteria.map(({ criterion }) => ({ criterion: criterion ?? null })) ?? [];
  const part = (each: SelectedField): DecidedPart<ApplicantCounts> => {
    switch (each.name) {
      case 'measure':
        return fromGraph(compileNode(context, 'Measure', each.nodes, m));
      case 'criteria': {
        const list = compileCuts(context, each, row, wording, criteria);
        return { ...list, read: (raw, counts) => list.read(raw, counts.criteria) };
      }
      case 'firmCount':
        return fromDecision(({ firmCount }) => firmCount);
      default:
        return fromDecision(({ verdicts }) => verdicts[VERDICTS[each.name] ?? 'MET']);
    }
  };
  const object = decidedMap(
    'Applicants',
    selectFields(context, 'Applicants', field.nodes).map((each) => [each.responseKey, part(each)] as const),
  );
  return {
    calls: `CALL () { UNWIND ${context.parameters.add([{ measure, criteria }])} AS ${row}
${matchNode(context, m, `${row}.measure`, () => [measure])}
${object.calls}RETURN head(collect(${object.text})) AS ${one} }
`,
    text: one,
    read: (raw) => (found ? object.read(raw, found) : null),
  };
}

/** The field that counts each verdict. */
const VERDICTS: Readonly<Record<string, keyof ApplicantCounts['verdicts']>> = {
  met: 'MET',
  notCheckable: 'NOT_CHECKABLE',
  unknown: 'UNKNOWN',
  notMet: 'NOT_MET',
};

function compileCuts(
  context: CompileContext,
  field: SelectedField,
  row: string,
  { words }: Wording,
  cuts: readonly { readonly criterion: string | null }[],
): DecidedPart<readonly CriterionCut[]> {
  const [item, criterion] = [context.variable('v'), context.variable('n')];
  const part = (each: SelectedField): DecidedPart<CriterionCut> => {
    switch (each.name) {
      case 'criterion': {
        const node = compileNode(context, 'Criterion', each.nodes, criterion);
        return fromGraph({ ...node, text: `CASE WHEN ${criterion} IS NOT NULL THEN ${node.text} END` });
      }
      case 'sentence': {
        const { terms, vocabulary } = words(languageOf(each.arguments.lang));
        return fromDecision(({ alternatives }) => criterionSentence(alternatives, terms.lang, vocabulary));
      }
      case 'notMet':
        return fromDecision(({ notMet }) => notMet);
      case 'alone':
        return fromDecision(({ alone }) => alone);
      default:
        return fromDecision(({ unknown }) => unknown);
    }
  };
  const object = decidedMap(
    'CriterionCut',
    selectFields(context, 'CriterionCut', field.nodes).map((each) => [each.responseKey, part(each)] as const),
  );
  const ids = () => cuts.flatMap((each) => each.criterion ?? []);
  const match = `${matchOptionalNode(context, criterion, `${item}.criterion`, ids)}\n`;
  return decidedList(context, { row, list: 'criteria', item, match }, object);
}
