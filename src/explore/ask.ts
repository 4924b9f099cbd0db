/** Asks the API, as any app does: by fetch, at its public address. */

import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../views/operation.ts';

/** What the API says is wrong. */
export interface Fault {
  readonly message: string;
  readonly code: string;
}

/** What is known of an answer. */
export interface Answer<Data> {
  /** Undefined until it is there; partial where a part of it failed. */
  readonly data: Data | undefined;
  readonly faults: readonly Fault[];
  readonly isLoading: boolean;
  readonly retry: () => void;
}

interface Settled {
  readonly data: unknown;
  readonly faults: readonly Fault[];
}

/** The revision that answered last. */
export const revision = signal<string | undefined>(undefined);

const MOST_KEPT = 80;
const kept = new Map<string, Settled>();
/** Asked once more without a word: Neo4j was still planning it. */
const PLANNED_BY_NOW = new Set(['TIMEOUT']);

/** The answer to a question; without one, nothing is asked. */
export function useAnswer<Data>(question: Question<Data> | undefined): Answer<Data> {
  const key = question ? JSON.stringify([question.query, question.variables]) : '';
  const [settled, setSettled] = useState<{ readonly key: string; readonly answer: Settled } | undefined>();
  const [attempt, setAttempt] = useState(0);
  const known = settled?.key === key ? settled.answer : kept.get(key);
  useEffect(() => {
    if (!question || kept.has(key)) return;
    const left = new AbortController();
    askOnce(question, left.signal).then(
      (answer) => {
        if (left.signal.aborted) return;
        if (answer.faults.length === 0 && !question.isPrivate) keep(key, answer);
        setSettled({ key, answer });
      },
      () => undefined,
    );
    return () => left.abort();
  }, [key, attempt]);
  const retry = () => {
    setSettled(undefined);
    setAttempt(attempt + 1);
  };
  // What was there before stays in sight until the new answer is.
  const shown = known ?? (settled && sameOperation(settled.key, key) ? settled.answer : undefined);
  return {
    data: (shown?.data ?? undefined) as Data | undefined,
    faults: known?.faults ?? [],
    isLoading: question !== undefined && known === undefined,
    retry,
  };
}

/** Asks, and asks once more where the graph was only slow to begin. */
async function askOnce(question: Question, signal: AbortSignal): Promise<Settled> {
  const first = await askApi(question, signal);
  return first.faults.some(({ code }) => PLANNED_BY_NOW.has(code)) ? askApi(question, signal) : first;
}

/** Asks the API. What cannot be reached is a fault like any other. */
export async function askApi({ query, variables }: Question, signal?: AbortSignal): Promise<Settled> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { data: undefined, faults: [{ message: String(error), code: 'UNREACHABLE' }] };
  }
  noteRevision(response.headers.get('graph-revision'));
  const { data, errors = [] } = (await response.json()) as ApiBody;
  const faults = errors.map(({ message, extensions }) => ({ message, code: extensions?.code ?? '' }));
  return { data: data ?? undefined, faults };
}

interface ApiBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Answers of another revision are no longer shown. */
function noteRevision(seen: string | null): void {
  if (seen === null || seen === revision.value) return;
  if (revision.value !== undefined) kept.clear();
  revision.value = seen;
}

function keep(key: string, answer: Settled): void {
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

function sameOperation(first: string, second: string): boolean {
  const end = first.indexOf('",{');
  return end > 0 && first.slice(0, end) === second.slice(0, end);
}
