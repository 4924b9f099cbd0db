/** What is read cannot write, takes no longer than it may, and ends when its client has gone. */

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Statement } from '../../src/cypher/statement.ts';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { ask, codeOf, leaksOf } from './ask.ts';
import { type Served, serve } from './serve.ts';

/** Runs for minutes unless it is stopped. */
const ENDLESS =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS endless';

let graph: Graph;
/** One whose statements are never over in time: what ends them is that their client leaves. */
let patient: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  patient = { ...graph, read: (text, options) => graph.read(text, { ...options, timeout: 600_000 }) };
  await loadProduct(graph);
});
afterAll(() => graph?.close());

async function snapshot(): Promise<unknown> {
  const [counted] = await graph.read({
    text: 'MATCH (n) WITH count(n) AS nodes, sum(size(keys(n))) AS properties, sum(size(labels(n))) AS labels MATCH ()-[r]->() RETURN nodes, properties, labels, count(r) AS relationships',
    parameters: {},
  });
  const constraints = await graph.read({
    text: 'SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name',
    parameters: {},
  });
  const indexes = await graph.read({
    text: 'SHOW INDEXES YIELD name RETURN name ORDER BY name',
    parameters: {},
  });
  return { counted, constraints, indexes };
}

async function underWay(): Promise<number> {
  const rows = await graph.read({
    text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'AS endless' AND NOT currentQuery STARTS WITH 'SHOW' RETURN count(*) AS running",
    parameters: {},
  });
  return Number(rows[0]?.running);
}

async function failureOf(work: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GraphError) return error;
  throw new Error(`no GraphError: ${String(error)}`);
}

const QUESTION = '{ regions(validOn: "2026-11-24") { totalCount } }';

describe('a read that would change something is refused, and changes nothing', () => {
  test.each([
    ['a node created', 'CREATE (n:Hacked) RETURN n'],
    ['a node merged', "MERGE (n:Node {id: 'hacked'}) RETURN n"],
    ['a property set', 'MATCH (n:Node) SET n.name = "hacked" RETURN count(n)'],
    ['a property removed', 'MATCH (n:Node) REMOVE n.name RETURN count(n)'],
    ['a label set', 'MATCH (n:Node) SET n:Hacked RETURN count(n)'],
    ['all deleted', 'MATCH (n) DETACH DELETE n'],
    ['relationships deleted', 'MATCH ()-[r]->() DELETE r'],
    ['a write in a subquery', 'CALL () { CREATE (n:Hacked) RETURN n } RETURN n'],
    [
      'a write in transactions of its own',
      'UNWIND [1] AS x CALL (x) { CREATE (:Hacked) } IN TRANSACTIONS RETURN x',
    ],
    ['a constraint dropped', 'DROP CONSTRAINT node_id'],
    ['a constraint created', 'CREATE CONSTRAINT hacked FOR (n:Hacked) REQUIRE n.x IS UNIQUE'],
    ['an index dropped', 'DROP INDEX policy_days'],
    ['an index created', 'CREATE INDEX hacked FOR (n:Hacked) ON (n.x)'],
    ['a full-text index created', 'CREATE FULLTEXT INDEX hacked FOR (n:Hacked) ON EACH [n.x]'],
    ['a label made by a procedure', "CALL db.createLabel('Hacked')"],
    ['a property key made by a procedure', "CALL db.createProperty('hacked')"],
    ['a relationship type made by a procedure', "CALL db.createRelationshipType('HACKED')"],
    ['a setting changed by a procedure', "CALL dbms.setConfigValue('db.transaction.timeout', '1s')"],
    ['a file of the host read', "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row"],
    ['an address fetched', "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row"],
    ['a database created', 'CREATE DATABASE hacked'],
    ['a user created', "CREATE USER hacked SET PASSWORD 'hackedhacked'"],
  ])('%s', async (_, text) => {
    const before = await snapshot();
    await failureOf(graph.read({ text, parameters: {} }));
    await failureOf(graph.readAll((run) => run({ text, parameters: {} })));
    expect(await snapshot()).toEqual(before);
  });

  it('and a write is told as refused', async () => {
    const failure = await failureOf(graph.read({ text: 'CREATE (n:Hacked) RETURN n', parameters: {} }));
    expect(failure.reason).toBe('refused');
    expect(failure.transient).toBe(false);
  });
});

describe('a statement past its time', () => {
  it('is a timeout, and is over in Neo4j too', async () => {
    const failure = await failureOf(graph.read({ text: ENDLESS, parameters: {} }, { timeout: 1_000 }));
    expect(failure.reason).toBe('timeout');
    await expect.poll(underWay).toBe(0);
  });

  it('of the service is TIMEOUT with 504, and is sent once', async () => {
    const server = await serveEndless();
    try {
      const answer = await ask(server.url, QUESTION);
      expect(codeOf(answer)).toBe('TIMEOUT');
      expect(answer.status).toBe(504);
      expect(leaksOf(answer)).toEqual([]);
      expect(answer.errors[0]?.extensions.requestId).toEqual(expect.any(String));
      expect(endlessSent(server)).toBe(1);
    } finally {
      await server.close();
    }
  });
});

describe('a client that goes away', () => {
  it('has its statement cancelled by a signal', async () => {
    const controller = new AbortController();
    const reading = failureOf(patient.read({ text: ENDLESS, parameters: {} }, { signal: controller.signal }));
    await expect.poll(underWay).toBe(1);
    controller.abort();
    expect((await reading).reason).toBe('cancelled');
    await expect.poll(underWay).toBe(0);
  });

  it('before the statement was sent has none sent', async () => {
    const failure = await failureOf(
      graph.read({ text: ENDLESS, parameters: {} }, { signal: AbortSignal.abort() }),
    );
    expect(failure.reason).toBe('cancelled');
    expect(await underWay()).toBe(0);
  });

  it('from the service has its statement cancelled in Neo4j', async () => {
    const server = await serveEndless(patient);
    try {
      const controller = new AbortController();
      const body = JSON.stringify({ query: QUESTION });
      const headers = { 'content-type': 'application/json' };
      const gone = fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers,
        body,
        signal: controller.signal,
      });
      gone.catch(() => undefined);
      await expect.poll(underWay).toBe(1);
      controller.abort();
      await expect.poll(underWay).toBe(0);
      expect(endlessSent(server)).toBe(1);
    } finally {
      await server.close();
    }
  });

  it('leaves the connections to Neo4j fit for others', async () => {
    for (let time = 0; time < 5; time++) {
      const controller = new AbortController();
      const reading = failureOf(
        patient.read({ text: ENDLESS, parameters: {} }, { signal: controller.signal }),
      );
      await expect.poll(underWay).toBe(1);
      controller.abort();
      await reading;
    }
    const rows = await graph.read({ text: 'RETURN 1 AS one', parameters: {} });
    expect(rows).toEqual([{ one: 1 }]);
  });
});

/** A service whose statements never end, once their text has been planned: until then it has a limit of its own. */
async function serveEndless(over = graph): Promise<Served> {
  let isEndless = false;
  const server = await serve(over, {
    inTime: true,
    rewrite: (statement) =>
      isEndless && isRootStatement(statement) ? { text: ENDLESS, parameters: {} } : statement,
  });
  expect((await ask(server.url, QUESTION)).errors).toEqual([]);
  isEndless = true;
  server.statements.length = 0;
  return server;
}

function endlessSent(server: Served): number {
  return server.statements.filter(isRootStatement).length;
}

/** The statement of a root field: what the server asks of the graph for itself gives no value. */
function isRootStatement({ text }: Statement): boolean {
  return text.endsWith(' AS value');
}
