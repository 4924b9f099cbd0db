/** A container of Neo4j's image whose ports this machine alone can reach. */

import type { Ports } from '../database.ts';
import { untilAborted } from '../process/until-aborted.ts';

/** What a container is started with. */
export interface ContainerOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** The ports on this machine; any where left out. */
  readonly ports?: Ports | undefined;
  /** Keeps the data; undefined where the data goes with the container. */
  readonly volume: string | undefined;
  /** In ms. */
  readonly startupTimeout: number;
  readonly signal: AbortSignal | undefined;
}

/** A container that runs. */
export interface RunningContainer {
  readonly host: string;
  readonly ports: Ports;
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  remove(): Promise<void>;
}

/** The ports inside the container. */
const INSIDE: Ports = { bolt: 7687, http: 7474 };

/**
 * Starts a container and waits until its ports are open.
 * @throws Error where it does not come up; the reason of `signal` once that is aborted
 */
export async function startContainer(image: string, options: ContainerOptions): Promise<RunningContainer> {
  const { getContainerRuntimeClient, Wait } = await import('testcontainers');
  const { BoundContainer } = await import('./bound-container.ts');
  const { container: engine } = await getContainerRuntimeClient();
  let id: string | undefined;

  class Neo4jContainer extends BoundContainer {
    protected override async containerCreated(containerId: string): Promise<void> {
      id = containerId;
      if (options.signal?.aborted) await remove();
      options.signal?.throwIfAborted();
    }
  }

  const remove = async () => {
    if (id === undefined) return;
    const given = engine.getById(id);
    await given.stop({ t: 8 }).catch(() => undefined);
    await given.remove({ force: true, v: true }).catch(() => undefined);
  };
  const exposed = (name: keyof Ports) => {
    const host = options.ports?.[name];
    return host ? { container: INSIDE[name], host } : INSIDE[name];
  };
  const template = new Neo4jContainer(image)
    .withExposedPorts(exposed('bolt'), exposed('http'))
    .withEnvironment({ ...options.environment })
    .withWaitStrategy(Wait.forListeningPorts())
    .withStartupTimeout(options.startupTimeout);
  if (options.volume) template.withBindMounts([{ source: options.volume, target: '/data', mode: 'rw' }]);
  try {
    const started = await untilAborted(template.start(), options.signal);
    const ended = engine
      .getById(started.getId())
      .wait()
      .then(
        ({ StatusCode }: { readonly StatusCode: number }) => `exit code ${StatusCode}`,
        () => 'its engine has gone away',
      );
    return {
      host: started.getHost(),
      ports: { bolt: started.getMappedPort(INSIDE.bolt), http: started.getMappedPort(INSIDE.http) },
      ended,
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
