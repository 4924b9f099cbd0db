/** A container whose ports are open on one address alone. */

import { isIP } from 'node:net';
import { GenericContainer, getContainerRuntimeClient } from 'testcontainers';

/** Publishes its ports on no other address than the one by which they will be asked. */
export class BoundContainer extends GenericContainer {
  protected override async beforeContainerCreated(): Promise<void> {
    const { info } = await getContainerRuntimeClient();
    const address = publishedAddress(info.containerRuntime.host);
    if (address === undefined) return;
    const published: Readonly<Record<string, readonly object[]>> = this.hostConfig.PortBindings ?? {};
    this.hostConfig.PortBindings = Object.fromEntries(
      Object.entries(published).map(([port, bindings]) => [
        port,
        bindings.map((binding) => ({ ...binding, HostIp: address })),
      ]),
    );
  }
}

/**
 * The address to publish ports on, by what the host of the engine is called: loopback for an engine on this machine. An
 * engine elsewhere that is known by a name alone publishes on all of its addresses: undefined.
 */
export function publishedAddress(host: string): string | undefined {
  if (host === 'localhost') return '127.0.0.1';
  return isIP(host) > 0 ? host : undefined;
}
