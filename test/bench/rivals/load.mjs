/**
 * Puts load on a server and prints the result as JSON. On stdin: { url, bodies, connections, seconds }.
 * Each connection asks again as soon as it is answered.
 */

import autocannon from 'autocannon';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { url, bodies, connections, seconds } = JSON.parse(Buffer.concat(chunks).toString());
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  method: 'POST',
  requests: bodies.map((body) => ({ method: 'POST', body })),
});
const { latency, requests, non2xx, errors, timeouts } = result;
process.stdout.write(
  JSON.stringify({
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    p999: latency.p99_9,
    failed: non2xx + errors + timeouts,
  }),
);
