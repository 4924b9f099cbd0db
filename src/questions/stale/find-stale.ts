/** What a curator should check again on a day, except targets, which `progress` lists. */

import { type Row, type Run, textOf } from '../../cypher/statement.ts';
import { dayText } from '../../model/day.ts';
import type { Model } from '../../model/model.ts';
import { closingWindows, expiringPolicies } from '../expiring/ending-statements.ts';
import { findConflicts } from './find-conflicts.ts';
import { findWeak } from './find-weak.ts';
import type { StaleItem } from './stale-item.ts';
import {
  overdueProjects,
  policiesWithoutStart,
  type StaleDays,
  unverifiedSources,
} from './stale-statements.ts';

/** Finds what ends, what is overdue, what lacks a start, what was read long ago, and claims that are weak or conflict. */
export async function findStale(model: Model, days: StaleDays, run: Run): Promise<readonly StaleItem[]> {
  const item = (kind: StaleItem['kind'], row: Row, message: string): StaleItem => ({
    kind,
    id: String(row.id),
    name: textOf(row.name) ?? String(row.id),
    day: typeof row.day === 'number' ? dayText(row.day) : null,
    message,
  });
  const expiring = await run(expiringPolicies(days));
  const closing = await run(closingWindows(model, days));
  const overdue = await run(overdueProjects(days));
  const starting = await run(policiesWithoutStart());
  const unread = await run(unverifiedSources(days));
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
    ...(await findConflicts(model, run)),
    ...(await findWeak(model, run)),
  ];
}

function unreadMessage({ read, cited }: Row): string {
  const records = `${Number(cited)} ${Number(cited) === 1 ? 'record rests' : 'records rest'} on it`;
  return `${records}, and ${textOf(read) === undefined ? 'it has no date of reading' : 'it was not read since'}`;
}
