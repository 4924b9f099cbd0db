/** `GET /readiness`: whether the server can answer; `GET /metrics`: what there is to count, of the graph, too. */

import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Model } from '../model/model.ts';
import type { Metrics } from '../service/metrics.ts';
import { send } from '../service/send.ts';
import type { GraphClock } from './graph-clock.ts';

/** How long readiness waits for the database, in ms. */
const READINESS_TIMEOUT = 900;

/** It can answer: the database is reachable, something was applied by a model like ours, and the examples are planned. */
export async function sendReadiness(
  response: ServerResponse,
  model: Model,
  clock: GraphClock,
  warming: boolean,
): Promise<void> {
  const state = await stateInTime(clock);
  const ready = !warming && state !== undefined && state.revision > 0 && state.modelVersion === model.version;
  send(
    response,
    ready ? 200 : 503,
    'application/json',
    `${JSON.stringify({ ready, revision: state?.revision ?? null })}\n`,
  );
}

/** Prints the counts; of a database that does not answer in time that it does not. */
export async function sendMetrics(
  response: ServerResponse,
  metrics: Metrics,
  clock: GraphClock,
): Promise<void> {
  metrics.graphSeen((await stateInTime(clock))?.revision);
  const { type, text } = await metrics.print();
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}

async function stateInTime(clock: GraphClock) {
  const late = delay(READINESS_TIMEOUT, undefined, { ref: false });
  return await Promise.race([clock.state().catch(() => undefined), late]);
}
