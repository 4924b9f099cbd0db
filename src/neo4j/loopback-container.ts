/** A container whose ports are open to this machine alone. */

import { GenericContainer, getContainerRuntimeClient } from 'testcontainers';

const LOOPBACK = '127.0.0.1';
/** How an engine on this machine is called. */
const HERE = new Set(['localhost', LOOPBACK, '::1']);

/**
 * Publishes its ports on the loopback address, where the engine is on this machine; the port of an engine elsewhere
 * could not be reached there.
 */
export class LoopbackContainer extends GenericContainer {
  protected override async beforeContainerCreated(): Promise<void> {
    const { info } = await getContainerRuntimeClient();
    if (!HERE.has(info.containerRuntime.host)) return;
    const published: Readonly<Record<string, readonly object[]>> = this.hostConfig.PortBindings ?? {};
    this.hostConfig.PortBindings = Object.fromEntries(
      Object.entries(published).map(([port, bindings]) => [
        port,
        bindings.map((binding) => ({ ...binding, HostIp: LOOPBACK })),
      ]),
    );
  }
}
