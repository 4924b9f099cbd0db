/** Why the API cannot listen, and what to do. */

import { whyNotListen } from '../../neo4j/local/find-free-port.ts';
import type { Settings } from '../settings.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Looks whether the API could listen, before a database is started for it.
 * @throws UsageError that names the setting to change
 */
export async function refuseTakenPort({ port, host }: Settings): Promise<void> {
  const fault = listenFault(await whyNotListen(port, host), port, host);
  if (fault) throw fault;
}

/** The error of a server that could not listen; undefined where the code is none of those. */
export function listenFault(code: unknown, port: number, host: string): UsageError | undefined {
  if (code === 'EADDRINUSE')
    return new UsageError(
      `Port ${port} is taken: set PORT to another, like PORT=${port === 4001 ? 4002 : 4001}.`,
    );
  if (code === 'EACCES')
    return new UsageError(`Port ${port} needs the rights of an administrator: set PORT to 1024 or more.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new UsageError(`${host} is not an address of this machine: set HOST to one, like HOST=127.0.0.1.`);
  return undefined;
}
