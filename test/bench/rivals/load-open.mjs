/**
 * Puts load on a server at a fixed rate and prints the result as JSON. On stdin: { url, bodies, seconds, rate }.
 * Each request is sent at its intended time, however many are still unanswered, and its latency counts from then: a
 * server that stops for a second has a second's requests waiting.
 */

import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { url, bodies, seconds, rate } = JSON.parse(Buffer.concat(chunks).toString());
const agent = new Agent({ keepAlive: true });
const headers = { 'content-type': 'application/json', accept: 'application/json' };
const latencies = [];
let failed = 0;

function ask(body, intended) {
  return new Promise((resolve) => {
    const end = (succeeded) => {
      if (succeeded) latencies.push(performance.now() - intended);
      else failed += 1;
      resolve();
    };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => end(response.statusCode === 200));
    });
    sent.on('error', () => end(false));
    sent.end(body);
  });
}

const begun = performance.now();
const asked = [];
for (let at = 0; at < seconds * rate; at += 1) {
  const intended = begun + (at * 1_000) / rate;
  const early = intended - performance.now();
  if (early > 0) await delay(early);
  asked.push(ask(bodies[at % bodies.length], intended));
}
await Promise.all(asked);
latencies.sort((a, b) => a - b);
const at = (share) =>
  Math.round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0);
process.stdout.write(
  JSON.stringify({ perSecond: rate, p50: at(0.5), p99: at(0.99), p999: at(0.999), failed }),
);
agent.destroy();
