/** The ports that a home used last, so that bookmarks of Neo4j Browser stay valid. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ports } from '../database.ts';
import { writePrivateFile } from '../private-files.ts';

/** The ports that were used last; undefined for a home that is new. */
export async function readKeptPorts(home: string): Promise<Ports | undefined> {
  const text = await readFile(portsPath(home), 'utf8').catch(() => '');
  try {
    const { bolt, http }: Partial<Ports> = JSON.parse(text);
    return isPort(bolt) && isPort(http) && bolt !== http ? { bolt, http } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the ports for the next start. */
export function keepPorts(home: string, ports: Ports): Promise<void> {
  return writePrivateFile(portsPath(home), JSON.stringify(ports));
}

function portsPath(home: string): string {
  return join(home, 'ports.json');
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536;
}
