/** Targets whose time is over and that are not known to be met, as `progress` answers. */

import { dayText, lastDay } from '../model/day.ts';
import type { StaleItem } from '../questions/stale/stale-item.ts';

/** Asks one operation of the API; gives its data. */
export type AskApi = (
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

const OPERATION = `query Overdue($on: Date!, $after: String) {
  progress(on: $on, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      state
      refusal(lang: EN)
      target { id due printed indicator { name } }
      latest { period printed }
    }
  }
}`;

/** What the operation gives. */
interface Page {
  readonly progress: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly state: string;
      readonly refusal: string | null;
      readonly target: {
        readonly id: string;
        readonly due: string;
        readonly printed: string;
        readonly indicator: { readonly name: string };
      };
      readonly latest: { readonly period: string; readonly printed: string } | null;
    }[];
  };
}

/** The targets that were due before a day and are not MET. */
export async function overdueTargets(ask: AskApi, on: string): Promise<readonly StaleItem[]> {
  const found: StaleItem[] = [];
  for (let after: string | null = null; ; ) {
    // The answer has the form of the selection above.
    const { progress } = (await ask(OPERATION, { on, after })) as unknown as Page;
    for (const { state, refusal, target, latest } of progress.nodes) {
      const due = dayText(lastDay(target.due) ?? 0);
      if (state === 'MET' || due >= on) continue;
      const known = latest ? `; the newest figure is ${latest.printed} of ${latest.period}` : '';
      found.push({
        kind: 'target-overdue',
        id: target.id,
        name: `${target.indicator.name} ${target.printed}`,
        day: due,
        message: `it was due and is ${state}${refusal === null ? known : `: ${refusal}`}`,
      });
    }
    if (!progress.pageInfo.hasNextPage) return found;
    after = progress.pageInfo.endCursor;
  }
}
