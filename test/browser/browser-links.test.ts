/** Links that open Neo4j Browser. */

import { expect, test } from 'vitest';
import { browserLinks } from '../../src/browser/browser-links.ts';

const HOME = 'http://localhost:7474/browser/?dbms=neo4j://neo4j@localhost:7687&db=neo4j';

test('a link has the database and a query to be edited', () => {
  const link = new URL(browserLinks(HOME).node('zone:zhangjiang') ?? '');
  expect(Object.fromEntries(link.searchParams)).toMatchObject({
    dbms: 'neo4j://neo4j@localhost:7687',
    db: 'neo4j',
    cmd: 'edit',
    arg: expect.stringContaining("MATCH (n:Node {id: 'zone:zhangjiang'})"),
  });
});

test('an id can end neither the query nor the address', () => {
  const link = browserLinks(HOME).node("x'}) DETACH DELETE n //&db=system#") ?? '';
  expect(new URL(link).searchParams.getAll('db')).toEqual(['neo4j']);
  expect(new URL(link).hash).toBe('');
  expect(new URL(link).searchParams.get('arg')).toContain("{id: 'x\\'}) DETACH DELETE n //&db=system#'}");
});

test('a link names each id of a proof once', () => {
  const link = browserLinks(HOME).support(['policy:p', 'cluster:c', 'region:r', 'policy:p', 'industry:i']);
  expect(new URL(link ?? '').searchParams.get('arg')).toContain(
    "WITH ['policy:p', 'cluster:c', 'region:r', 'industry:i'] AS ids",
  );
});

test('there is no link where the address of Neo4j Browser is not known', () => {
  const links = browserLinks(undefined);
  expect([links.home, links.node('zone:z'), links.support(['p', 'c', 'y'])]).toEqual([null, null, null]);
});
