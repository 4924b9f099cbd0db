/**
 * An independent reading of the specification of `eligibility`: plain and slow, straight from the text, over lists of
 * facts. Numbers are JavaScript's; the random cases have whole ones.
 */

import type { Dataset, DatasetRelationship } from '../../src/model/dataset.ts';

/** A firm as the random cases draw it; every fact holds always and is stated, but for what says otherwise. */
export interface OracleFirm {
  /** The industries, clusters and places that it only plans to be in. */
  readonly planned: readonly string[];
  readonly industries: readonly string[];
  readonly clusters: readonly string[];
  readonly places: readonly { readonly place: string; readonly role: string | undefined }[];
  readonly titles: readonly { readonly title: string; readonly from: number; readonly to: number }[];
  readonly knowsAllTitles: boolean;
  readonly listed: boolean | undefined;
  readonly foundedOn: string | undefined;
  readonly smeSize: string | undefined;
  readonly figures: readonly OracleFigure[];
}

/** A figure of a year. */
export interface OracleFigure {
  readonly attribute: string;
  readonly of: string | undefined;
  readonly value: number;
  readonly bound: string;
  readonly year: number;
}

/** A condition as stored. */
export interface OracleCondition {
  readonly attribute: string;
  readonly of?: string | undefined;
  readonly operator: string;
  readonly values: readonly string[];
  readonly unit?: string | undefined;
  readonly basis?: string | undefined;
}

/** A criterion: alternatives of conditions. */
export type OracleCriterion = readonly (readonly OracleCondition[])[];

/** An answer in the form in which both sides are compared. */
export interface OracleAnswer {
  readonly id: string;
  readonly overall: string;
  readonly verdicts: readonly string[];
  readonly missing: readonly string[];
  /** The applicant's industries, clusters and places that the first two verdicts may rest on; one is enough where MET. */
  readonly grounds: readonly (readonly string[])[];
}

interface Question {
  readonly dataset: Dataset;
  readonly criteria: ReadonlyMap<string, readonly OracleCriterion[]>;
  readonly firm: OracleFirm;
  readonly day: number;
  readonly includePlanned: boolean;
}

/** What one condition gives. */
interface Judged {
  readonly verdict: string;
  readonly missing: readonly string[];
  readonly grounds?: readonly string[];
}

const WORST = ['NOT_MET', 'UNKNOWN', 'NOT_CHECKABLE', 'MET'];
const worst = (verdicts: readonly string[]) => WORST.find((each) => verdicts.includes(each)) ?? 'MET';
const best = (verdicts: readonly string[]) => WORST.findLast((each) => verdicts.includes(each)) ?? 'NOT_MET';

/** The whole answer: every measure in force, every policy in force without measures. */
export function askOracle(question: Question): readonly OracleAnswer[] {
  const { dataset, criteria } = question;
  const policies = [...dataset.nodes.values()].filter(({ type }) => type === 'Policy');
  const answers = policies
    .filter(({ id }) => isInForce(question, id))
    .flatMap(({ id }): readonly OracleAnswer[] => {
      const measures = facts(question, 'HAS_MEASURE', { from: id, always: true }).map(({ to }) => to);
      if (measures.length === 0) return [answer(question, id, id, [])];
      return measures.map((measure) => answer(question, id, measure, criteria.get(measure) ?? []));
    });
  const open = ({ verdicts }: OracleAnswer) =>
    verdicts.filter((each) => each === 'UNKNOWN' || each === 'NOT_CHECKABLE').length;
  const rank = ({ overall }: OracleAnswer) => ['MET', 'NOT_CHECKABLE', 'UNKNOWN', 'NOT_MET'].indexOf(overall);
  return [...answers].sort((a, b) => rank(a) - rank(b) || open(a) - open(b) || (a.id < b.id ? -1 : 1));
}

function answer(
  question: Question,
  policy: string,
  id: string,
  criteria: readonly OracleCriterion[],
): OracleAnswer {
  const judged = judgeAll(question, policy, id, criteria, [id]);
  return {
    id,
    overall: worst(judged.map(({ verdict }) => verdict)),
    verdicts: judged.map(({ verdict }) => verdict),
    missing: missingIn(judged),
    grounds: judged.slice(0, 2).map(({ grounds = [] }) => [...grounds].sort()),
  };
}

/** The verdicts on the written criteria of a measure, in force or not, with what is missing for each; and on all. */
export function criteriaOracle(
  question: Question,
  measure: string,
): { readonly criteria: readonly Judged[]; readonly all: readonly string[] } {
  const [policy = ''] = facts(question, 'HAS_MEASURE', { to: measure, always: true }).map(({ from }) => from);
  const judged = judgeAll(question, policy, measure, question.criteria.get(measure) ?? [], [measure]);
  return { criteria: judged.slice(2), all: judged.map(({ verdict }) => verdict) };
}

function missingIn(judged: readonly Judged[]): readonly string[] {
  const open = judged.filter(({ verdict }) => verdict === 'UNKNOWN');
  return [...new Set(open.flatMap(({ missing }) => missing))].sort();
}

function judgeAll(
  question: Question,
  policy: string,
  id: string,
  criteria: readonly OracleCriterion[],
  asking: readonly string[],
): readonly Judged[] {
  const own = (type: string) =>
    id === policy ? [] : facts(question, type, { from: id }).map(({ to }) => to);
  const ofPolicy = (type: string) => facts(question, type, { from: policy }).map(({ to }) => to);
  const ownIndustries = own('MEASURE_SUPPORTS');
  const ownPlaces = own('MEASURE_APPLIES_IN');
  const industries = ownIndustries.length > 0 ? ownIndustries : ofPolicy('SUPPORTS_INDUSTRY');
  const clusters = ownIndustries.length > 0 ? [] : ofPolicy('SUPPORTS_CLUSTER');
  const places = ownPlaces.length > 0 ? ownPlaces : ofPolicy('POLICY_APPLIES_IN');
  return [
    industry(question, industries, clusters),
    place(question, places, () => true, 'OPERATING_PLACE'),
    ...criteria.map((alternatives) => {
      const judged = alternatives.map((conditions) => {
        const each = conditions.map((condition) => judge(question, condition, asking));
        return { verdict: worst(each.map(({ verdict }) => verdict)), missing: missingIn(each) };
      });
      const wanted = best(judged.map(({ verdict }) => verdict));
      return judged.find(({ verdict }) => verdict === wanted) ?? { verdict: wanted, missing: [] };
    }),
  ];
}

/** MET; UNKNOWN with what is missing, if the applicant could say; or NOT_MET. */
function said(
  verdict: 'MET' | 'NOT_MET' | 'UNKNOWN',
  missing: readonly string[] = [],
  grounds: readonly string[] = [],
): Judged {
  return { verdict, missing: verdict === 'UNKNOWN' ? missing : [], grounds };
}

function not(judged: Judged): Judged {
  const { verdict } = judged;
  if (verdict === 'MET') return said('NOT_MET');
  return verdict === 'NOT_MET' ? said('MET') : judged;
}

function industry(question: Question, wanted: readonly string[], clusters: readonly string[]): Judged {
  const industries = firmly(question, question.firm.industries);
  const ownClusters = firmly(question, question.firm.clusters);
  const isIn = (a: string, b: string) => b === 'industry:all' || above(question, 'SUBCLASS_OF', a).has(b);
  const fitting = [
    ...industries.filter((own) => wanted.some((other) => isIn(own, other))),
    ...ownClusters.filter((own) => clusters.includes(own)),
  ];
  if (fitting.length > 0) return said('MET', [], fitting);
  if (wanted.length + clusters.length === 0) return said('UNKNOWN');
  if (wanted.length === 0) {
    return ownClusters.length === 0 ? said('UNKNOWN', ['INDUSTRY']) : said('NOT_MET', [], ownClusters);
  }
  const broader = industries.filter((own) =>
    wanted.some((other) => above(question, 'SUBCLASS_OF', other).has(own)),
  );
  return industries.length === 0 || broader.length > 0
    ? said('UNKNOWN', ['INDUSTRY'], broader)
    : said('NOT_MET', [], industries);
}

function place(
  question: Question,
  wanted: readonly string[],
  counts: (role: string | undefined) => boolean,
  attribute: string,
): Judged {
  const own = firmly(
    question,
    question.firm.places.filter(({ role }) => counts(role)).map((each) => each.place),
  );
  const inside = (a: string) => above(question, 'WITHIN', a);
  const fitting = own.filter((each) => wanted.some((other) => inside(each).has(other)));
  if (fitting.length > 0) return said('MET', [], fitting);
  if (wanted.length === 0) return said('UNKNOWN');
  if (own.length === 0) return said('UNKNOWN', [attribute]);
  const touches = (a: string, b: string) =>
    facts(question, 'WITHIN', { from: a }).some(
      (step) => step.properties.extent === 'PART' && inside(step.to).has(b),
    );
  const meets = (a: string, b: string) => inside(b).has(a) || touches(a, b) || touches(b, a);
  const wide = own.filter((each) => wanted.some((other) => meets(each, other)));
  return wide.length > 0 ? said('UNKNOWN', [attribute], wide) : said('NOT_MET', [], own);
}

/** The ids that the applicant is in, and not only plans to be, unless plans count. */
function firmly({ firm, includePlanned }: Question, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => includePlanned || !firm.planned.includes(id));
}

function judge(question: Question, condition: OracleCondition, asking: readonly string[]): Judged {
  const { attribute, operator, values, of } = condition;
  const { firm, day } = question;
  if (operator === 'NOT_CHECKABLE') return { verdict: 'NOT_CHECKABLE', missing: [] };
  const asked = [of === undefined ? attribute : `${attribute} ${of}`];
  const turned = (judged: Judged) => (operator === 'NOT_IN' ? not(judged) : judged);
  switch (attribute) {
    case 'INDUSTRY':
      return turned(industry(question, values, []));
    case 'REGISTERED_PLACE':
      return turned(place(question, values, (role) => role === 'REGISTERED', attribute));
    case 'TAX_PLACE':
      return turned(place(question, values, (role) => role === 'TAX', attribute));
    case 'OPERATING_PLACE':
      return turned(place(question, values, (role) => role !== 'REGISTERED' && role !== 'TAX', attribute));
    case 'TITLE': {
      const known = firm.titles.filter(({ title }) => values.includes(title));
      if (known.some(({ from, to }) => from <= day && day <= to)) return turned(said('MET'));
      return known.length > 0 || firm.knowsAllTitles ? turned(said('NOT_MET')) : said('UNKNOWN', asked);
    }
    case 'LISTED': {
      if (firm.listed === undefined) return said('UNKNOWN', asked);
      return turned(said(values.includes(String(firm.listed)) ? 'MET' : 'NOT_MET'));
    }
    case 'SME_SIZE':
      if (firm.smeSize === undefined) return said('UNKNOWN', asked);
      return turned(said(values.includes(firm.smeSize) ? 'MET' : 'NOT_MET'));
    case 'FOUNDED_YEARS':
      return founded(question, condition);
    case 'SATISFIES': {
      const others = values.map((id): Judged => {
        if (asking.includes(id)) return said('UNKNOWN');
        const [has] = facts(question, 'HAS_MEASURE', { to: id, always: true });
        if (!has) return said('UNKNOWN');
        const judged = judgeAll(question, has.from, id, question.criteria.get(id) ?? [], [...asking, id]);
        return { verdict: worst(judged.map(({ verdict }) => verdict)), missing: missingIn(judged) };
      });
      const found = turned({ verdict: best(others.map(({ verdict }) => verdict)), missing: [] });
      return found.verdict === 'UNKNOWN'
        ? { ...found, missing: others.flatMap(({ missing }) => missing) }
        : found;
    }
    default:
      return figure(question, condition, asked);
  }
}

function founded({ firm, day }: Question, { operator, values }: OracleCondition): Judged {
  if (firm.foundedOn === undefined) return said('UNKNOWN', ['FOUNDED_YEARS']);
  const first = Number(`${firm.foundedOn}-01-01`.slice(0, 10).replaceAll('-', ''));
  if (first > day) return said('UNKNOWN', ['FOUNDED_YEARS']);
  // The random cases found firms before the 29th of a month and ask for whole years.
  const birthday = first + Number(values[0]) * 10_000;
  const order = { GTE: day >= birthday, GT: day > birthday, LTE: day <= birthday, LT: day < birthday };
  return said(order[operator as keyof typeof order] ? 'MET' : 'NOT_MET');
}

/** From, to, and whether each end belongs to it. */
type Span = readonly [low: number, high: number, lowIn: boolean, highIn: boolean];

function figure({ firm, day }: Question, condition: OracleCondition, asked: readonly string[]): Judged {
  const { attribute, of, basis = 'EACH_OF_1_YEARS', unit } = condition;
  const yearOver = day % 10_000 === 1231 ? Math.floor(day / 10_000) : Math.floor(day / 10_000) - 1;
  const own = firm.figures.filter(
    (each) => each.attribute === attribute && each.of === of && each.year <= yearOver,
  );
  const newest = Math.max(...own.map(({ year }) => year));
  const [, kind, count] = /^(EACH|SUM|MEAN)_OF_(\d+)_YEARS$/.exec(basis) ?? [basis, 'EACH', '1'];
  const years = Array.from({ length: Number(count) }, (_, back) => newest - back);
  const read = years.map((year) => own.find((each) => each.year === year));
  // The year ends on 31 December, which is not more than three years before the day.
  if (own.length === 0 || newest * 10_000 + 1231 < day - 30_000) return said('UNKNOWN', asked);
  if (read.some((each) => each === undefined)) return said('UNKNOWN', asked);
  const spans = read.flatMap((each) => (each ? [spanOf(each)] : []));
  const all =
    kind === 'EACH'
      ? spans
      : [
          kind === 'SUM' && unit === '%'
            ? around(spans)
            : scaled(sum(spans), kind === 'MEAN' ? spans.length : 1),
        ];
  const verdicts = all.map((span) => hold(span, condition));
  const verdict = worst(verdicts) as 'MET' | 'NOT_MET' | 'UNKNOWN';
  return said(verdict, asked);
}

function spanOf({ value, bound }: OracleFigure): Span {
  const margin = Math.abs(value) * 0.05;
  switch (bound) {
    case 'ABOUT':
      return [value - margin, value + margin, true, true];
    case 'MORE_THAN':
      return [value, Infinity, false, false];
    case 'AT_LEAST':
      return [value, Infinity, true, false];
    case 'LESS_THAN':
      return [-Infinity, value, false, false];
    case 'AT_MOST':
      return [-Infinity, value, false, true];
    default:
      return [value, value, true, true];
  }
}

function sum(spans: readonly Span[]): Span {
  return spans.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] && b[2], a[3] && b[3]]);
}

function scaled([low, high, lowIn, highIn]: Span, by: number): Span {
  return [low / by, high / by, lowIn, highIn];
}

function around(spans: readonly Span[]): Span {
  const low = Math.min(...spans.map((each) => each[0]));
  const high = Math.max(...spans.map((each) => each[1]));
  return [
    low,
    high,
    spans.some((each) => each[0] === low && each[2]),
    spans.some((each) => each[1] === high && each[3]),
  ];
}

/** All of a span, none of it, or some. */
function hold(span: Span, { operator, values }: OracleCondition): string {
  const against = values.map((each) => holdOne(span, operator, Number(each)));
  const isNot = operator === 'NOT_IN';
  if (against.includes('MET')) return isNot ? 'NOT_MET' : 'MET';
  if (!against.every((each) => each === 'NOT_MET')) return 'UNKNOWN';
  return isNot ? 'MET' : 'NOT_MET';
}

function holdOne([low, high, lowIn, highIn]: Span, operator: string, value: number): string {
  const isPoint = low === value && high === value;
  const isPast = low > value || (low === value && !lowIn) || high < value || (high === value && !highIn);
  switch (operator) {
    case 'GTE':
      if (low >= value) return 'MET';
      return high < value || (high === value && !highIn) ? 'NOT_MET' : 'UNKNOWN';
    case 'GT':
      if (low > value || (low === value && !lowIn)) return 'MET';
      return high <= value ? 'NOT_MET' : 'UNKNOWN';
    case 'LTE':
      if (high <= value) return 'MET';
      return low > value || (low === value && !lowIn) ? 'NOT_MET' : 'UNKNOWN';
    case 'LT':
      if (high < value || (high === value && !highIn)) return 'MET';
      return low >= value ? 'NOT_MET' : 'UNKNOWN';
    default:
      return isPoint ? 'MET' : isPast ? 'NOT_MET' : 'UNKNOWN';
  }
}

/** All that a node is in by WHOLE or plain steps, itself among them. */
function above(question: Question, type: string, start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const node of found) {
    for (const step of facts(question, type, { from: node }))
      if (step.properties.extent !== 'PART') found.add(step.to);
  }
  return found;
}

function facts(
  { dataset, day, includePlanned }: Question,
  type: string,
  { from, to, always = false }: { readonly from?: string; readonly to?: string; readonly always?: boolean },
): readonly DatasetRelationship[] {
  return [...dataset.relationships.values()].filter((fact) => {
    const { validFrom, validTo, modality } = fact.properties;
    const isFirm =
      includePlanned || modality === 'STATED' || modality === 'ESTIMATED' || modality === undefined;
    const holds = always || (firstOf(validFrom) <= day && day <= lastOf(validTo));
    return (
      fact.type === type &&
      isFirm &&
      holds &&
      (from === undefined || fact.from === from) &&
      (to === undefined || fact.to === to)
    );
  });
}

function isInForce(question: Question, id: string): boolean {
  const { dataset, day } = question;
  const start = startOf(dataset, id);
  const { stage, expiresOn, repealedOn } = dataset.nodes.get(id)?.properties ?? {};
  if (stage !== 'ADOPTED' || start === undefined || start > day) return false;
  if (day > lastOf(expiresOn) || (repealedOn !== undefined && day >= firstOf(repealedOn))) return false;
  // Whether a policy is in force is decided by firm facts alone.
  const firm = { ...question, includePlanned: false };
  return !facts(firm, 'SUPERSEDES', { to: id, always: true }).some(({ from }) => {
    const other = startOf(dataset, from);
    return dataset.nodes.get(from)?.properties.stage === 'ADOPTED' && other !== undefined && other <= day;
  });
}

function startOf({ nodes }: Dataset, id: string): number | undefined {
  const { effectiveFrom, issuedOn } = nodes.get(id)?.properties ?? {};
  const start = effectiveFrom ?? issuedOn;
  return start === undefined ? undefined : firstOf(start);
}

function firstOf(date: unknown): number {
  if (typeof date !== 'string') return 0;
  return Number(`${date}-01-01`.slice(0, 10).replaceAll('-', ''));
}

function lastOf(date: unknown): number {
  if (typeof date !== 'string') return 99_999_999;
  if (date.length === 10) return firstOf(date);
  const [year = 0, month = 12] = date.split('-').map(Number);
  return year * 10_000 + month * 100 + new Date(Date.UTC(year, month, 0)).getUTCDate();
}
