/** What of a graph a curator should look at again on a day; targets apart, which `progress` tells of. */

import type { Statement } from '../../cypher/statement.ts';
import { dayText } from '../../model/day.ts';
import type { Model } from '../../model/model.ts';
import { plainType } from '../../model/stored-form.ts';
import { figuresConflict, valuesConflict } from './conflicts.ts';
import type { StaleItem } from './stale-item.ts';
import {
  CLAIMS_PAGE,
  closingWindows,
  expiringPolicies,
  newsSources,
  observedTwice,
  overdueProjects,
  policiesWithoutStart,
  type StaleDays,
  statedTwice,
  unverifiedSources,
  weakClaims,
} from './stale-statements.ts';

/** Sends a statement. */
type Ask = (statement: Statement) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const CITES = 'CITES';
/** Records whose relationships are parts of one figure, and told with it. */
const FIGURES = ['Observation', 'Target', 'KnownNone'];

/** Finds what ends, what is overdue, what lacks a start, what was read long ago, and claims that are weak or conflict. */
export async function findStale(model: Model, days: StaleDays, ask: Ask): Promise<readonly StaleItem[]> {
  const item = (
    kind: StaleItem['kind'],
    row: Readonly<Record<string, unknown>>,
    message: string,
  ): StaleItem => ({
    kind,
    id: String(row.id),
    name: textOf(row.name) ?? String(row.id),
    day: typeof row.day === 'number' ? dayText(row.day) : null,
    message,
  });
  const expiring = await ask(expiringPolicies(days));
  const closing = await ask(closingWindows(model, days));
  const overdue = await ask(overdueProjects(days));
  const starting = await ask(policiesWithoutStart());
  const unread = await ask(unverifiedSources(days));
  return [
    ...expiring.map((row) => item('policy-expiring', row, 'its last day comes')),
    ...closing.map((row) => item('window-closing', row, 'a window for applications closes')),
    ...overdue.map((row) =>
      item(
        'project-overdue',
        row,
        `it was to be in use by then and is ${textOf(row.stage) ?? 'of no known stage'}`,
      ),
    ),
    ...starting.map((row) => item('policy-no-start', row, 'no start is known: it is never in force')),
    ...unread.map((row) => ({
      ...item('source-unverified', row, unreadMessage(row)),
      day: textOf(row.read) ?? textOf(row.published) ?? null,
    })),
    ...(await findConflicts(model, ask)),
    ...(await findWeak(model, ask)),
  ];
}

function unreadMessage({ read, cited }: Readonly<Record<string, unknown>>): string {
  const records = `${Number(cited)} ${Number(cited) === 1 ? 'record rests' : 'records rest'} on it`;
  return `${records}, and ${textOf(read) === undefined ? 'when it was read is not told' : 'nobody has read it since'}`;
}

async function findConflicts(model: Model, ask: Ask): Promise<readonly StaleItem[]> {
  const stated = (await ask(statedTwice())).flatMap((row) => {
    const property = model.nodeTypes.get(String(row.type))?.properties.get(String(row.property));
    const claims = claimsOf(row.claims);
    const fighting = !property
      ? []
      : claims.filter((a) => claims.some((b) => valuesConflict(property, a.value, b.value)));
    return fighting.length === 0
      ? []
      : [conflictOf(row, String(row.property), String(row.property), fighting)];
  });
  const observed = (await ask(observedTwice())).flatMap((row) => {
    const claims = claimsOf(row.claims);
    const fighting = claims.filter((a) => claims.some((b) => figuresConflict(a, b)));
    const words = `${textOf(row.indicator) ?? String(row.property)} of ${String(row.period)}`;
    return fighting.length === 0 ? [] : [conflictOf(row, String(row.property), words, fighting)];
  });
  return [...stated, ...observed];
}

interface Claim {
  readonly value: string;
  readonly printed: string | undefined;
  readonly bound: string;
  readonly sources: readonly string[];
}

function conflictOf(
  row: Readonly<Record<string, unknown>>,
  property: string,
  words: string,
  claims: readonly Claim[],
): StaleItem {
  const values = claims.map(({ value, printed, sources }) => `${printed ?? value} (${sources.join(', ')})`);
  return {
    kind: 'claim-conflicting',
    id: String(row.id),
    name: textOf(row.name) ?? String(row.id),
    day: null,
    message: `${words}: ${values.join(' against ')}`,
    property,
    value: claims.map(({ value }) => value).join(' | '),
    sources: [...new Set(claims.flatMap(({ sources }) => sources))].sort(),
  };
}

/** Page by page: neither Neo4j nor we hold more of the graph at once. */
async function findWeak(model: Model, ask: Ask): Promise<readonly StaleItem[]> {
  const news = (await ask(newsSources())).map(({ id }) => String(id));
  const found: StaleItem[] = [];
  if (news.length === 0) return found;
  for (let after = ''; ; ) {
    const rows = await ask(weakClaims(news, after));
    for (const row of rows) found.push(...weakOf(model, row));
    if (rows.length < CLAIMS_PAGE) return found;
    after = String(rows.at(-1)?.id);
  }
}

function weakOf(model: Model, row: Readonly<Record<string, unknown>>): readonly StaleItem[] {
  const id = String(row.id);
  const type = String(row.type);
  // What a record owns is told with the record, but for stated values, which are claims of their own.
  if (id.includes('#')) return [];
  const item = (property: string, value: string, source: unknown): StaleItem => ({
    kind: 'claim-weak',
    id,
    name: textOf(row.name) ?? id,
    day: null,
    message: `${property === 'record' ? 'the record' : `${property} ${value}`} rests on ${String(source)} alone, which is news`,
    property,
    value,
    sources: [String(source)],
  });
  const record = row.record === null ? [] : [item('record', textOf(row.printed) ?? '', row.record)];
  const stated = listOf(row.stated).map(([property, value, source]) =>
    item(String(property), String(value), source),
  );
  const facts = listOf(row.facts).flatMap(([stored, far, farType, source]) => {
    const plain = plainType(String(stored));
    const isPart = [type, String(farType)].some((each) => FIGURES.includes(each));
    if (plain === CITES || isPart || String(far).includes('#')) return [];
    const fields = [...(model.nodeTypes.get(type)?.relationships.values() ?? [])];
    const field = fields.find((each) => each.stored.type === plain && each.direction === 'OUT');
    return [item(field?.name ?? plain, String(far), source)];
  });
  return [...record, ...stated, ...facts];
}

function claimsOf(raw: unknown): readonly Claim[] {
  return (Array.isArray(raw) ? raw : []).map((each: Readonly<Record<string, unknown>>) => ({
    value: String(each.value),
    printed: textOf(each.printed),
    bound: textOf(each.bound) ?? 'EXACT',
    sources: Array.isArray(each.sources) ? each.sources.map(String) : [],
  }));
}

function listOf(raw: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(raw) ? raw : [];
}

function textOf(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined;
}
