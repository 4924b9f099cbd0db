/** A process that cannot outlive us, unless it is meant to. */

import { spawn } from 'node:child_process';
import { PassThrough, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../database.ts';
import { type ProcessMark, readProcessMark } from './process-mark.ts';

/** What to run, and how. */
export interface SupervisedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  /** Where its output goes: an open file, or a pipe to us. */
  readonly output: number | 'pipe';
}

/** A process that ends when we end, even by kill -9. */
export interface SupervisedProcess {
  readonly mark: ProcessMark | undefined;
  /** What it prints, where the output is a pipe. */
  readonly output: Readable | undefined;
  /** Says how it ended, for example "exit code 1", once it has. */
  readonly ended: Promise<string>;
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
  /** Lets it outlive us. */
  keep(): Promise<void>;
  /** Lets our process end without waiting for it; it is then ended too. */
  unref(): void;
}

/** How long a process may take to end when asked to, before it is killed: a stop is obeyed within 10 s. */
const GRACE_MILLISECONDS = 8_000;

/** Starts a command under a small supervisor, which ends it when the channel to us closes. */
export async function startSupervised(command: SupervisedCommand): Promise<SupervisedProcess> {
  const supervisor = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./supervise.mjs', import.meta.url)),
      String(GRACE_MILLISECONDS),
      command.command,
      ...command.args,
    ],
    {
      cwd: command.cwd,
      env: { ...command.env },
      stdio: ['ignore', command.output, command.output, 'ipc'],
      // A Ctrl-C in the terminal goes to every process of its group, and would end the command before us.
      detached: true,
    },
  );

  // When a process ends, Node discards output that is not being read yet, and the end of that output: a command can end first.
  const output = supervisor.stdout?.pipe(new PassThrough());
  let kept: (() => void) | undefined;
  let exited = false;
  let markEnded: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    markEnded = resolve;
  });
  const gone = new Promise<void>((resolve) => {
    supervisor.once('exit', () => {
      exited = true;
      resolve();
      // Where the supervisor itself was killed, it could not say how the command ended; kept, it may go.
      if (!kept) markEnded('its supervisor ended');
    });
  });
  const started = new Promise<number | undefined>((resolve, reject) => {
    supervisor.once('error', reject);
    supervisor.on('message', (message) => {
      if (typeof message !== 'object' || message === null) return;
      if ('started' in message && typeof message.started === 'number') resolve(message.started);
      if ('ended' in message && typeof message.ended === 'string') {
        markEnded(message.ended);
        resolve(undefined);
      }
      if ('kept' in message) kept?.();
    });
    void ended.then(() => resolve(undefined));
  });

  const pid = await started;
  return {
    mark: pid === undefined ? undefined : await readProcessMark(pid),
    output,
    ended,
    async stop() {
      if (exited) return;
      supervisor.ref();
      if (supervisor.connected) supervisor.send('stop', () => undefined);
      await gone;
    },
    async keep() {
      await new Promise<void>((resolve) => {
        kept = resolve;
        supervisor.send('keep');
      });
      await gone;
    },
    unref() {
      supervisor.unref();
      supervisor.channel?.unref();
    },
  };
}

/**
 * Ends a process when a signal is aborted; at once where that was while the process began.
 * @returns lets go of the signal
 */
export function stopOnAbort(
  { stop }: Pick<SupervisedProcess, 'stop'>,
  signal: AbortSignal | undefined,
): () => void {
  const end = () => void stop();
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  return () => signal?.removeEventListener('abort', end);
}
