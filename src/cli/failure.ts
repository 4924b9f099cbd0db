/** What a failure means to whoever runs a command: a code for machines, a sentence, and the exit code. */

import { CommanderError } from 'commander';
import { ExportRefused } from '../export/export-refused.ts';
import { GraphError } from '../graph/bolt/graph-error.ts';
import { ApplyRefused } from '../plan/apply-refused.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Interrupted } from './steps/interrupted.ts';
import { UsageError } from './usage-error.ts';

/** A failure as it is told. */
export interface Failure {
  /**
   * Stable: `usage`, `refused`, or what refused and why: `graph/unavailable`, `apply/drift`, `export/moved`.
   */
  readonly code: string;
  /** In words; its further lines list what is meant. */
  readonly message: string;
  readonly exitCode: ExitCode;
}

/**
 * What a failure says; undefined where a command ended early and nothing failed, as after its help.
 * @param args the command line
 */
export function failureOf(error: unknown, args: readonly string[]): Failure | undefined {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    return { code: 'usage', message: usageWords(error.message, args), exitCode: EXIT.usage };
  }
  const message = messageOf(error);
  if (error instanceof Interrupted)
    return { code: 'interrupted', message: error.message, exitCode: EXIT.interrupted };
  if (error instanceof UsageError) return { code: 'usage', message, exitCode: EXIT.usage };
  if (error instanceof GraphError) {
    const exitCode = error.reason === 'conflict' ? EXIT.stale : EXIT.database;
    return { code: `graph/${error.reason}`, message, exitCode };
  }
  if (error instanceof ExportRefused) {
    const exitCode = error.code === 'moved' ? EXIT.stale : EXIT.refused;
    return { code: `export/${error.code}`, message, exitCode };
  }
  if (error instanceof ApplyRefused) {
    const exitCode = error.code === 'stale' || error.code === 'locked' ? EXIT.stale : EXIT.refused;
    return { code: `apply/${error.code}`, message, exitCode };
  }
  return { code: 'refused', message, exitCode: EXIT.refused };
}

/** What commander says is wrong, without its own mark, and why where its own words do not tell. */
export function usageWords(said: string, args: readonly string[]): string {
  const words = said.trimEnd().replace(/^error: /, '');
  const eaten = words.startsWith('missing required argument') && args.includes('--seeds');
  return eaten ? `${words}: write it before --seeds, which takes all that follows it` : words;
}

/** The one JSON value of a command that failed. */
export function failureJson({ code, message }: Failure): string {
  return JSON.stringify({ error: { code, message } }, null, 2);
}

/** The failure and, where it is no sentence of its own, what lies at the bottom of it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  let root: Error = error;
  while (root.cause instanceof Error) root = root.cause;
  const [cause = ''] = root.message.split('\n');
  const isWhole = root === error || error.message.endsWith('.') || error.message.includes(cause);
  return isWhole ? error.message : `${error.message}: ${cause}`;
}

/** Where an error came from, with all that caused it. */
export function descentOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${descentOf(error.cause)}` : own;
}
