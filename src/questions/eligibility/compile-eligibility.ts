/** `eligibility`: the rules decide what an applicant can apply for, one statement fetches what is asked of the page. */

import { compileEvidence } from '../../compile/compile-evidence.ts';
import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import { type CompileContext, type Compiled, record } from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import { bringNodes, matchNode, matchOptionalNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { languageOf } from '../../model/language.ts';
import type { Applicant } from '../../rules/eligibility/applicant.ts';
import {
  decideEligibility,
  type Eligibility,
  positionOf,
} from '../../rules/eligibility/decide-eligibility.ts';
import { combinationWords, type Exclusion, exclusionsOf } from '../../rules/eligibility/exclusions.ts';
import { nextQuestions } from '../../rules/eligibility/next-questions.ts';
import { profileApplicant } from '../../rules/eligibility/profile-applicant.ts';
import { MODALITIES } from '../../rules/ground.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import { type DecidedPart, decidedList, decidedMap, fromDecision, fromGraph } from '../decided-parts.ts';
import { type Decision, readRulebook } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { readFirms } from './applicant-statement.ts';
import { compileVerdicts, type Wording } from './compile-verdicts.ts';
import { readApplicant } from './read-applicant.ts';
import { readProfile } from './read-profile.ts';
import { createWords, sourceTiers } from './terms.ts';
import { type CitedRow, type VerdictRow, verdictRow } from './verdict-rows.ts';

/** The arguments that name something, and the node type it must be. */
export const ELIGIBILITY_IDS = { policy: 'Policy', 'for.firm': 'Firm' } as const;

/** An answer with what else is decided of it. */
interface Decided extends Eligibility {
  readonly exclusions: readonly Exclusion[];
}

/** An answer as a row of the statement holds it. */
interface AnswerRow {
  readonly at: number;
  readonly position: Position;
  readonly policy: string;
  readonly measure: string | null;
  readonly verdicts: readonly VerdictRow[];
  readonly exclusions: readonly (CitedRow & { readonly measure: string })[];
}

/** Whether `eligibility` is asked by a profile, and not of a firm on record. */
export function describesItsCaller({ arguments: { for: asked } }: SelectedField): boolean {
  return record(asked).profile !== undefined;
}

/** The answer of `eligibility`, with those of the arguments in {@link ELIGIBILITY_IDS} beside it that name nothing. */
export function* compileEligibility(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const { policy, includePlanned } = field.arguments;
  const { firm, profile } = record(field.arguments.for);
  // `eligibility` always has a day: its root field takes no `anyDay`.
  invariant(context.day !== undefined, 'eligibility is asked on a day');
  const named = bindNamed(context, { ...field, arguments: { policy, 'for.firm': firm } }, ELIGIBILITY_IDS);
  const rulebook = yield* readRulebook();
  const tiers = sourceTiers(context);
  const applicant =
    firm === undefined
      ? profileApplicant(readProfile(profile, context.model, views.ground, rulebook))
      : yield* applicantOf(context, String(firm), tiers);
  const asked = {
    day: context.day,
    includePlanned: includePlanned === true,
    policy: policy === undefined ? undefined : (views.ground.numbers.get(String(policy)) ?? -1),
  };
  const answers = applicant ? yield* decideEligibility(views, rulebook, applicant, asked, tiers) : [];
  const wording: Wording = { words: createWords(context.model, rulebook), tiers };
  const rows: AnswerRow[] = [];
  const decided: Decided[] = [];
  let wanted: { readonly after: Position | undefined } | undefined;
  const page = compilePage(context, 'Eligibility', field, {
    from: '',
    position: 'row.position',
    order: { name: 'eligibility', types: ['number', 'number', 'string'] },
    rows: (after, limit) => {
      wanted = { after };
      const policies = matchNode(context, 'p', 'row.policy', () => rows.map((row) => row.policy));
      const measures = matchOptionalNode(context, 'm', 'row.measure', () =>
        rows.flatMap((row) => row.measure ?? []),
      );
      return `UNWIND ${context.parameters.add(rows)} AS row
${policies} ${measures}
WITH row, p, m ORDER BY row.at LIMIT ${limit}`;
    },
    node: (selections) => compileAnswer(context, selections, decided, wording),
    extra: ({ name }) => ({
      calls: '',
      text: 'null',
      read: () => (name === 'totalCount' ? answers.length : nextQuestions(answers, attributesOf(context))),
    }),
  });
  bringNodes(context, () =>
    rows.flatMap(({ verdicts, exclusions }) =>
      [...verdicts, ...exclusions].flatMap((each) => each.evidenceSources),
    ),
  );
  if (wanted) {
    const rest = answers.filter((each) => isBehind(each, wanted?.after));
    for (const answer of rest.slice(0, Number(field.arguments.first) + 1)) {
      const exclusions = exclusionsOf(rulebook, answer.id, asked);
      rows.push(rowOf(views, answer, exclusions, rows.length));
      decided.push({ ...answer, exclusions });
    }
  }
  return besideUnknown(context, ELIGIBILITY_IDS, named, page);
}

/** The firm on record; undefined where there is none with this id. */
function* applicantOf(
  { model }: CompileContext,
  id: string,
  tiers: readonly string[],
): Decision<Applicant | undefined> {
  const [row] = yield* readFirms(model, [id]);
  return row && readApplicant(row, tiers);
}

/** The attributes of criteria, as declared. */
function attributesOf({ model }: CompileContext): readonly string[] {
  const alternatives = model.nodeTypes.get('Criterion')?.properties.get('alternatives');
  const conditions = alternatives?.parts[0]?.parts ?? [];
  return conditions.find(({ name }) => name === 'attribute')?.values ?? [];
}

function isBehind(answer: Eligibility, after: Position | undefined): boolean {
  if (!after) return true;
  const position = positionOf(answer);
  const [rank = 0, open = 0, id = ''] = [Number(after[0]), Number(after[1]), String(after[2])];
  if (position[0] !== rank) return position[0] > rank;
  return position[1] === open ? position[2] > id : position[1] > open;
}

function rowOf(
  { ground }: GroundViews,
  answer: Eligibility,
  exclusions: readonly Exclusion[],
  at: number,
): AnswerRow {
  const { policy, measure } = answer.candidate;
  return {
    at,
    position: positionOf(answer),
    policy: ground.ids[policy] ?? '',
    measure: measure === undefined ? null : (ground.ids[measure] ?? null),
    verdicts: answer.verdicts.map(verdictRow),
    exclusions: exclusions.map(({ measure: other, evidence }) => ({
      measure: other,
      evidenceSources: evidence.map(({ source }) => source),
      evidence: evidence.map(({ text }) => text),
      evidenceChecks: evidence.map(({ check }) => check),
    })),
  };
}

/** One answer as its selections ask for it, over bound `p`, `m` and `row`. */
function compileAnswer(
  context: CompileContext,
  selections: readonly SelectedField[],
  decided: readonly Decided[],
  wording: Wording,
): Compiled {
  const nodes = selections.flatMap((each) => each.nodes);
  const part = (field: SelectedField): DecidedPart<Decided> => {
    switch (field.name) {
      case 'policy':
        return fromGraph(compileNode(context, 'Policy', field.nodes, 'p'));
      case 'measure': {
        const measure = compileNode(context, 'Measure', field.nodes, 'm');
        return fromGraph({ ...measure, text: `CASE WHEN m IS NOT NULL THEN ${measure.text} END` });
      }
      case 'verdicts': {
        const list = compileVerdicts(context, field, 'row', wording, decided);
        return { ...list, read: (raw, { verdicts }) => list.read(raw, verdicts) };
      }
      case 'excludes': {
        const list = compileExclusions(context, field, decided);
        return { ...list, read: (raw, { exclusions }) => list.read(raw, exclusions) };
      }
      case 'combination': {
        const { terms } = wording.words(languageOf(field.arguments.lang));
        return fromDecision(({ exclusions }) => combinationWords(exclusions, terms));
      }
      case 'modality':
        return fromDecision(({ modality }) => MODALITIES[modality]);
      case 'window':
        return fromDecision(({ window }) => window);
      default:
        return fromDecision(({ overall }) => overall);
    }
  };
  const object = decidedMap(
    'Eligibility',
    selectFields(context, 'Eligibility', nodes).map((field) => [field.responseKey, part(field)] as const),
  );
  return {
    calls: object.calls,
    text: `{at: row.at, answer: ${object.text}}`,
    read: (raw) => {
      const { at, answer } = record(raw);
      const each = decided[Number(at)];
      invariant(each, 'an answer is read at the row it was sent in');
      return object.read(answer, each);
    },
  };
}

function compileExclusions(
  context: CompileContext,
  field: SelectedField,
  decided: readonly Decided[],
): DecidedPart<readonly Exclusion[]> {
  const others = () => decided.flatMap(({ exclusions }) => exclusions.map((each) => each.measure));
  const [item, measure] = [context.variable('v'), context.variable('n')];
  const object = decidedMap<Exclusion>(
    'ExcludedMeasure',
    selectFields(context, 'ExcludedMeasure', field.nodes).map((each) => [
      each.responseKey,
      fromGraph(
        each.name === 'measure'
          ? compileNode(context, 'Measure', each.nodes, measure)
          : compileEvidence(context, each, item, compileNode),
      ),
    ]),
  );
  const match = `${matchNode(context, measure, `${item}.measure`, others)}\n`;
  return decidedList(context, { row: 'row', list: 'exclusions', item, match }, object);
}
