/** The servers of the bench, each a process of its own that prints its address. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Contender } from './workloads.ts';

/** A server that runs. */
export interface Running {
  readonly name: Contender;
  readonly url: string;
  readonly close: () => Promise<void>;
}

const SCRIPTS: Readonly<Record<Exclude<Contender, 'this API' | 'no answer kept'>, string>> = {
  '@neo4j/graphql': 'serve-neo4j-graphql.mjs',
  DataLoader: 'serve-dataloader.mjs',
  PostGraphile: 'serve-postgraphile.mjs',
  'by hand': 'serve-by-hand.mjs',
  floor: 'serve-floor.mjs',
};

/** How long a server may take to start, to answer and to end, in ms: a bench that waits for ever shows nothing. */
const STARTING = 240_000;
export const ANSWERED = 60_000;
const CLOSING = 5_000;

/** Starts the shipped server, limits on, or a rival. */
export async function startContender(
  name: Contender,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const isOwn = name === 'this API' || name === 'no answer kept';
  const args = isOwn ? ['src/cli/kg.mjs', 'serve'] : [`test/bench/rivals/${SCRIPTS[name]}`];
  // What a request costs that is not answered from memory.
  const memory = name === 'no answer kept' ? { KG_ANSWER_MEMORY: '0' } : {};
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', ...env, ...memory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  let started = false;
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const [found] = /http:\/\/\S+\/graphql/.exec(printed) ?? [];
      if (found === undefined) return;
      started = true;
      resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${errors}`)));
    setTimeout(() => {
      if (started) return;
      child.kill('SIGKILL');
      reject(new Error(`${name} has not started in time:\n${errors}`));
    }, STARTING).unref();
  });
  return {
    name,
    url,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      // A rival may wait for connections that are kept alive.
      const late = setTimeout(() => child.kill('SIGKILL'), CLOSING);
      await ended;
      clearTimeout(late);
    },
  };
}
