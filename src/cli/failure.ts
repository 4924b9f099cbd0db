/** What a failure of a command prints: a code, a sentence, and the exit code. */

import { CommanderError } from 'commander';
import { en, type Part, type Text, zh } from '../diagnostics/text.ts';
import { TextError } from '../diagnostics/text-error.ts';
import { ExportRefused } from '../export/export-refused.ts';
import { GraphError } from '../graph/bolt/graph-error.ts';
import { NewerGraph } from '../graph/newer-graph.ts';
import { ApplyRefused } from '../plan/apply-refused.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Interrupted } from './steps/interrupted.ts';
import { UsageError } from './usage-error.ts';

/** A failure as it is printed. */
export interface Failure {
  /**
   * Stable: `usage`, `refused`, or what refused and why: `graph/unavailable`, `apply/drift`, `export/moved`.
   */
  readonly code: string;
  /** One sentence; further lines list what it is about. */
  readonly message: Part;
  readonly exitCode: ExitCode;
}

/**
 * What a failure prints; undefined where a command ended early and nothing failed, as after its help.
 * @param args the command line
 */
export function failureOf(error: unknown, args: readonly string[]): Failure | undefined {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    return { code: 'usage', message: usageWords(error.message, args), exitCode: EXIT.usage };
  }
  const message = messageOf(error);
  if (error instanceof Interrupted)
    return { code: 'interrupted', message: error.text, exitCode: EXIT.interrupted };
  if (error instanceof UsageError) return { code: 'usage', message, exitCode: EXIT.usage };
  if (error instanceof GraphError) {
    const exitCode = error.reason === 'conflict' ? EXIT.stale : EXIT.database;
    return { code: `graph/${error.reason}`, message, exitCode };
  }
  if (error instanceof NewerGraph) return { code: 'graph/newer', message, exitCode: EXIT.refused };
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

/** What commander reports, without its own mark, and with the reason where its own words lack it. */
export function usageWords(reported: string, args: readonly string[]): Text {
  const english = reported.trimEnd().replace(/^error: /, '');
  const chinese = CHINESE.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    english,
  );
  const swallowed = english.startsWith('missing required argument') && args.includes('--seeds');
  return swallowed
    ? {
        en: `${english}: write it before --seeds, which takes all that follows it`,
        zh: `${chinese}：请写在 --seeds 之前，其后的内容都归 --seeds`,
      }
    : { en: english, zh: chinese };
}

/** Commander's sentences in Chinese; any other stays in English. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/unknown option '(.+?)'/, '没有选项 $1'],
  [/unknown command '(.+?)'/, '没有命令 $1'],
  [/missing required argument '(.+?)'/, '缺少参数 $1'],
  [/required option '(.+?)' not specified/, '缺少选项 $1'],
  [/option '(.+?)' argument missing/, '选项 $1 缺少值'],
  [
    /option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+?)\./,
    '选项 $1 的值“$2”无效，可用：$3。',
  ],
  [
    /too many arguments(?: for '(.+?)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '参数过多：应为 $2 个，而有 $3 个。',
  ],
  [/\(Did you mean (?:one of )?(.+?)\?\)/s, '（是否应为 $1？）'],
];

/** The one JSON value of a command that failed. */
export function failureJson({ code, message }: Failure): string {
  return JSON.stringify({ error: { code, message: en(message) } }, null, 2);
}

/** The message of a failure and, where it is not a whole sentence, that of its first cause. */
function messageOf(error: unknown): Part {
  if (!(error instanceof Error)) return String(error);
  const own = error instanceof TextError ? error.text : error.message;
  let root: Error = error;
  while (root.cause instanceof Error) root = root.cause;
  const [cause = ''] = root.message.split('\n');
  const isWhole = root === error || error.message.endsWith('.') || error.message.includes(cause);
  return isWhole ? own : { en: `${en(own)}: ${cause}`, zh: `${zh(own)}：${cause}` };
}

/** Where an error came from, with all that caused it. */
export function descentOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${descentOf(error.cause)}` : own;
}
