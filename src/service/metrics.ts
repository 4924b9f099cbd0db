/** What an operator can count: requests, refusals, statements, the facts of the rules, this process. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One request for an operation, as it was answered. */
export interface AnsweredRequest {
  /** The root field, or what there is instead of one: a name that the server has. */
  readonly kind: string;
  readonly status: number;
  readonly seconds: number;
  /** The codes of its errors. */
  readonly codes: Iterable<string>;
  /** Why it was refused: the limit, or the code; undefined where it was not. */
  readonly refusal: string | undefined;
}

/** The counts of one server. */
export interface Metrics {
  answered(request: AnsweredRequest): void;
  /** A request that was refused before anything of it was read. */
  refused(reason: string): void;
  statementBegan(): void;
  /** @param outcome `ok`, or why it failed */
  statementEnded(outcome: string, seconds: number): void;
  groundLoaded(ground: LoadedGround): void;
  /** A question that was answered before: whether its answer was given again. */
  recalled(isSo: boolean): void;
  /** The memory of the answers that are kept. */
  keptBytes(bytes: number): void;
  /** @param revision of the graph just now; undefined: it was not reached */
  graphSeen(revision: number | undefined): void;
  /** All counts in the text format of Prometheus. */
  print(): Promise<Printed>;
}

/** Facts for the rules that were loaded. */
export interface LoadedGround {
  readonly bytes: number;
  readonly revision: number;
}

/** A text with its media type. */
export interface Printed {
  readonly type: string;
  readonly text: string;
}

/** In s: from an answer out of memory to the longest that a statement may take, and planning beyond it. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts for one server.
 * @param mostStatements how many statements may be under way at once
 */
export function createMetrics(mostStatements: number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'kg_request_seconds',
    help: 'Time to answer a request to /graphql, by root field and HTTP status.',
    labelNames: ['kind', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'kg_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers,
  });
  const refusals = new Counter({
    name: 'kg_refusals_total',
    help: 'Requests that were refused, by limit or reason.',
    labelNames: ['reason'],
    registers,
  });
  const statements = new Histogram({
    name: 'kg_statement_seconds',
    help: 'Time of a statement in Neo4j, by outcome.',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers,
  });
  const underWay = new Gauge({
    name: 'kg_statements_under_way',
    help: 'Statements under way now, each on a connection of the pool.',
    registers,
  });
  new Gauge({
    name: 'kg_statements_most',
    help: 'Statements that may be under way at once (KG_MAX_CONCURRENCY).',
    registers,
  }).set(mostStatements);
  const recalled = new Counter({
    name: 'kg_recalled_answers_total',
    help: 'Questions that were answered before, by whether the answer was given again or the graph has changed.',
    labelNames: ['result'],
    registers,
  });
  const keptBytes = new Gauge({
    name: 'kg_kept_answers_bytes',
    help: 'Memory of the answers that are kept (KG_ANSWER_MEMORY).',
    registers,
  });
  const groundBytes = new Gauge({
    name: 'kg_ground_bytes',
    help: 'Memory of the facts that the rules use, as estimated when they were loaded.',
    registers,
  });
  const groundRevision = new Gauge({
    name: 'kg_ground_revision',
    help: 'The revision of the facts that the rules use, when they were loaded.',
    registers,
  });
  const reachable = new Gauge({
    name: 'kg_graph_reachable',
    help: 'Whether Neo4j answered just now: 1 or 0.',
    registers,
  });
  const revision = new Gauge({
    name: 'kg_revision',
    help: 'The revision of the graph when it was last reached.',
    registers,
  });
  collectDefaultMetrics({ register: registry });
  return {
    answered({ kind, status, seconds, codes, refusal }) {
      requests.observe({ kind, status }, seconds);
      for (const code of codes) errors.inc({ code });
      if (refusal !== undefined) refusals.inc({ reason: refusal });
    },
    refused: (reason) => refusals.inc({ reason }),
    statementBegan: () => underWay.inc(),
    statementEnded(outcome, seconds) {
      underWay.dec();
      statements.observe({ outcome }, seconds);
    },
    groundLoaded(ground) {
      groundBytes.set(ground.bytes);
      groundRevision.set(ground.revision);
    },
    recalled: (isSo) => recalled.inc({ result: isSo ? 'again' : 'changed' }),
    keptBytes: (bytes) => keptBytes.set(bytes),
    graphSeen(seen) {
      reachable.set(seen === undefined ? 0 : 1);
      if (seen !== undefined) revision.set(seen);
    },
    print: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
