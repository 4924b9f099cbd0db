/** What `claims` answers, read from a dataset in memory (§13.1 to §13.3). */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';
import { isA, type Model } from '../../src/model/model.ts';

/** A question. */
export interface ClaimsQuery {
  readonly weak?: boolean | undefined;
  readonly conflicting?: boolean | undefined;
  readonly about?: string | undefined;
  readonly day: number;
}

/** A claim: what it says, and the sources of its evidence. */
export interface OracleClaim {
  readonly about: string;
  readonly property: string;
  readonly value: string;
  readonly sources: readonly string[];
}

/** What several figures or dates may be compared by. */
interface Stated extends OracleClaim {
  readonly same: string;
  readonly kind: string;
  readonly printed: string;
  readonly bound: string;
}

/** The claims that are asked for, in order. */
export function claimsOracle(model: Model, dataset: Dataset, query: ClaimsQuery): readonly OracleClaim[] {
  const all = everyClaim(model, dataset, query.day);
  const isNews = (source: string) => dataset.nodes.get(source)?.properties.tier === 'NEWS';
  const isWeak = ({ sources }: Stated) => new Set(sources).size === 1 && sources.every(isNews);
  const ofSame = new Map<string, Stated[]>();
  for (const each of all) ofSame.set(each.same, [...(ofSame.get(each.same) ?? []), each]);
  const conflicts = (a: Stated) => ofSame.get(a.same)?.some((b) => b !== a && differ(model, a, b)) === true;
  return all
    .filter((claim) => query.about === undefined || claim.about === query.about)
    .filter((claim) => query.weak === undefined || isWeak(claim) === query.weak)
    .filter((claim) => query.conflicting === undefined || conflicts(claim) === query.conflicting)
    .map(({ about, property, value, sources }) => ({ about, property, value, sources }))
    .sort((a, b) => compare([a.about, a.property, a.value], [b.about, b.property, b.value]));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function everyClaim(model: Model, dataset: Dataset, day: number): readonly Stated[] {
  const nodes = [...dataset.nodes.values()];
  const facts = [...dataset.relationships.values()];
  const isEntity = (id: string) => isA(model, dataset.nodes.get(id)?.type ?? '', 'Entity');
  const sourcesOf = ({ evidence }: DatasetNode | DatasetRelationship) => evidence.map(({ source }) => source);
  const text = (value: unknown) => (value === undefined ? '' : String(value));
  const factsFrom = new Map<string, DatasetRelationship[]>();
  for (const fact of facts) factsFrom.set(fact.from, [...(factsFrom.get(fact.from) ?? []), fact]);
  const claims: Stated[] = [];
  for (const node of nodes) {
    if (!isEntity(node.id) || node.evidence.length === 0) continue;
    const [about, value, sources] = [node.id, text(node.properties.name), sourcesOf(node)];
    claims.push({
      about,
      property: 'record',
      value,
      sources,
      same: about,
      kind: 'none',
      printed: '',
      bound: '',
    });
  }
  for (const fact of facts) {
    const { from, to, type, key } = fact;
    const far = dataset.nodes.get(to);
    if (far?.type === 'StatedValue') {
      const { property, value, printed, bound } = far.properties;
      const kind = `${dataset.nodes.get(from)?.type}.${text(property)}`;
      const stated = { about: from, property: text(property), value: text(value), sources: sourcesOf(far) };
      claims.push({ ...stated, same: `${from} ${kind}`, kind, printed: text(printed), bound: text(bound) });
      continue;
    }
    const stored = model.stored.get(type);
    const isClaim =
      stored && isEntity(from) && isEntity(to) && far?.type !== 'Source' && fact.evidence.length > 0;
    if (!isClaim || !(stored.always || isValid(fact, day))) continue;
    const fields = [...(model.nodeTypes.get(dataset.nodes.get(from)?.type ?? '')?.relationships ?? [])];
    const field = fields.find(([, each]) => each.stored.type === type && each.direction === 'OUT');
    const stated = { about: from, property: field?.[0] ?? type, value: to, sources: sourcesOf(fact) };
    claims.push({ ...stated, same: key, kind: 'none', printed: '', bound: '' });
  }
  for (const node of nodes.filter(({ type }) => type === 'Observation')) {
    const own = factsFrom.get(node.id) ?? [];
    const end = (type: string) => own.find((fact) => fact.type === type)?.to;
    const [indicator, place, industry, thing] = [
      'OBSERVES',
      'OBSERVED_IN',
      'OBSERVED_FOR',
      'OBSERVED_ABOUT',
    ].map(end);
    const { value, period, printed, bound } = node.properties;
    claims.push({
      about: place ?? industry ?? thing ?? indicator ?? '',
      property: indicator ?? '',
      value: text(value),
      sources: sourcesOf(node),
      same: [indicator, place, industry, thing, period].join(' '),
      kind: 'figure',
      printed: text(printed),
      bound: text(bound),
    });
  }
  return claims;
}

function isValid({ properties: { validFrom, validTo } }: DatasetRelationship, day: number): boolean {
  const begun = validFrom === undefined || (firstDay(String(validFrom)) ?? 0) <= day;
  return begun && (validTo === undefined || day <= (lastDay(String(validTo)) ?? 0));
}

/** Whether two claims of the same thing contradict each other (§1.9, §1.10). */
function differ(model: Model, a: Stated, b: Stated): boolean {
  if (a.kind === 'none') return false;
  const [type = '', name = ''] = a.kind.split('.');
  const property = model.nodeTypes.get(type)?.properties.get(name);
  if (a.kind !== 'figure' && property?.valueKind === 'coarseDate') {
    return !a.value.startsWith(b.value) && !b.value.startsWith(a.value);
  }
  const isNumber = a.kind === 'figure' || ['decimal', 'int', 'money'].includes(property?.valueKind ?? '');
  const [x = '', currency] = a.value.split(' ');
  const [y = '', other] = b.value.split(' ');
  if (!isNumber || currency !== other) return false;
  const isCeiling = property?.ceiling === true;
  const left = interval({ ...a, value: x }, isCeiling);
  const right = interval({ ...b, value: y }, isCeiling);
  const touches = (low: End, high: End) =>
    low.at < high.at || (low.at === high.at && low.included && high.included);
  return !(touches(left.low, right.high) && touches(right.low, left.high));
}

interface End {
  readonly at: number;
  readonly included: boolean;
}

/** The numbers that a figure may mean. Numbers here are small enough to be reckoned as they are. */
function interval(
  { value, printed, bound }: Stated,
  isCeiling: boolean,
): { readonly low: End; readonly high: End } {
  const number = Number(value);
  const open = {
    low: { at: Number.NEGATIVE_INFINITY, included: false },
    high: { at: Number.POSITIVE_INFINITY, included: false },
  };
  if (bound === 'MORE_THAN') return { ...open, low: { at: number, included: false } };
  if (bound === 'AT_LEAST') return { ...open, low: { at: number, included: true } };
  if (bound === 'LESS_THAN') return { ...open, high: { at: number, included: false } };
  if (bound === 'AT_MOST' && !isCeiling) return { ...open, high: { at: number, included: true } };
  const half = bound === 'ABOUT' ? Math.abs(number) * 0.05 : unitOf(value, printed) / 2;
  // What lies half a unit above is rounded to the next number.
  return {
    low: { at: number - half, included: true },
    high: { at: number + half, included: bound === 'ABOUT' },
  };
}

/** One unit of the last digit written, times what stands behind it: 4.72万亿 → 0.01 × 10^12. */
function unitOf(value: string, printed: string): number {
  const plain = printed.replaceAll(',', '');
  const times =
    (/万亿/.test(plain) ? 1e12 : 1) * (/[^万]亿/.test(plain) ? 1e8 : 1) * (/万(?!亿)/.test(plain) ? 1e4 : 1);
  const written = [...plain.matchAll(/\d+(?:\.(\d+))?/g)].find(
    ([digits]) => Math.abs(Number(digits) * times - Math.abs(Number(value))) < Math.abs(Number(value)) * 1e-9,
  );
  if (written) return times * 10 ** -(written[1]?.length ?? 0);
  const fraction = value.split('.')[1]?.length ?? 0;
  return fraction > 0 || Math.abs(Number(value)) < 10_000
    ? 10 ** -fraction
    : 10 ** (/0*$/.exec(value)?.[0].length ?? 0);
}
