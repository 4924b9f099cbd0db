/** `GET /readiness`: whether the server can answer. */

import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Model } from '../model/model.ts';
import type { GraphClock } from './graph-clock.ts';
import { send } from './send.ts';

/** How long readiness waits for the database, in ms. */
const READINESS_TIMEOUT = 900;

/** It can answer: the database is reachable, something was applied by a model like ours, and the examples are planned. */
export async function sendReadiness(
  response: ServerResponse,
  model: Model,
  clock: GraphClock,
  warming: boolean,
): Promise<void> {
  const late = delay(READINESS_TIMEOUT, undefined, { ref: false });
  const state = await Promise.race([clock.state().catch(() => undefined), late]);
  const ready = !warming && state !== undefined && state.revision > 0 && state.modelVersion === model.version;
  send(
    response,
    ready ? 200 : 503,
    'application/json',
    `${JSON.stringify({ ready, revision: state?.revision ?? null })}\n`,
  );
}
