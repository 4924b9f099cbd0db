/** The driver in use, and its replacement by a new one where its connections have fallen silent. */

import type { Driver } from 'neo4j-driver';
import { type Connection, openDriver } from './connection.ts';

/** A driver, and the work that is under way by it. */
export interface Line {
  readonly driver: Driver;
  /** Does something by the driver, which stays open meanwhile. */
  use<T>(work: () => Promise<T>): Promise<T>;
  /** Accepts no new work: the next is done by a new driver, and this one closes when its work ends. */
  retire(): void;
}

/** The line that new work begins by. */
export interface Lines {
  current(): Line;
  close(): Promise<void>;
}

/**
 * Opens lines to a Neo4j, one at a time. A driver waits for the server's answer before it takes a connection back, so
 * a connection that is never answered is lost to it for good; closing the driver alone frees it.
 */
export function openLines(connection: Connection): Lines {
  let line: Line | undefined;
  const open = (): Line => {
    const driver = openDriver(connection);
    let users = 0;
    let retired = false;
    const closeUnused = () => {
      if (retired && users === 0) void driver.close().catch(() => undefined);
    };
    return {
      driver,
      async use(work) {
        users++;
        try {
          return await work();
        } finally {
          users--;
          closeUnused();
        }
      },
      retire() {
        if (retired) return;
        retired = true;
        line = undefined;
        closeUnused();
      },
    };
  };
  return {
    current() {
      line ??= open();
      return line;
    },
    close: async () => await line?.driver.close(),
  };
}
