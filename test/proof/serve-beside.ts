/** Runs `kg serve` as a process of its own, as operators do. */

import { expect } from 'vitest';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import { startKg } from '../cli/run-kg.ts';

/** A server that runs. */
export type ServedBeside = ReturnType<typeof startKg> & { readonly url: string; readonly port: number };

/**
 * Starts `kg serve`, and waits until it answers; it may still be asking its examples.
 * @param seeds a folder; undefined: those of the settings
 * @param port a free one where left out
 */
export async function serveBeside(
  seeds: string | undefined,
  env: Readonly<Record<string, string>>,
  port?: number,
): Promise<ServedBeside> {
  const chosen = port ?? (await findFreePort(0));
  const url = `http://127.0.0.1:${chosen}`;
  const server = startKg(['serve', ...(seeds === undefined ? [] : ['--seeds', seeds])], {
    ...env,
    PORT: String(chosen),
  });
  await expect.poll(() => statusOf(`${url}/health`), { timeout: 120_000, interval: 100 }).toBe(200);
  return { ...server, url, port: chosen };
}

/** The status of an address; undefined where nothing listens. */
export async function statusOf(url: string): Promise<number | undefined> {
  return (await fetch(url).catch(() => undefined))?.status;
}
