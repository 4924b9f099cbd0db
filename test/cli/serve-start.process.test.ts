/** `kg serve` before it has a database: what is wrong is said at once, and a signal is obeyed. */

import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kg, startKg } from './run-kg.ts';

/** A data folder that is not there, so that one can see whether anything was begun in it. */
const freshData = () => join(mkdtempSync(join(tmpdir(), 'kg-data-')), 'data');

test('a port that is taken is reported before a database is started', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const data = freshData();
  const { code, err } = await kg(['serve'], { PORT: String(port), KG_DATA: data });
  server.close();
  expect([code, err]).toEqual([64, `kg: Port ${port} is taken: set PORT to another, like PORT=4001.\n`]);
  expect(existsSync(data)).toBe(false);
});

test('a host that is not one of this machine is reported before a database is started', async () => {
  const data = freshData();
  const { code, err } = await kg(['serve'], { HOST: '192.0.2.1', PORT: '0', KG_DATA: data });
  expect(code).toBe(64);
  expect(err).toContain('192.0.2.1 is not an address of this machine: set HOST to one, like HOST=127.0.0.1.');
  expect(existsSync(data)).toBe(false);
});

test('a signal in the first moments ends it, and nothing was begun', async () => {
  const data = freshData();
  const { process: child, ended } = startKg(['serve'], { PORT: '0', KG_DATA: data });
  child.once('spawn', () => child.kill('SIGTERM'));
  await ended;
  expect(child.signalCode).toBe('SIGTERM');
  expect(existsSync(data)).toBe(false);
});
