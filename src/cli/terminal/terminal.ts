/** The only place that writes to people: results to stdout, words to stderr, colour where a terminal is. */

import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TerminalLanguage } from '../../diagnostics/text.ts';
import { EXIT } from '../exit-codes.ts';
import { createProgressLine } from './progress-line.ts';
import { terminalLanguage } from './terminal-language.ts';

/** What a command may say and ask. */
export interface Terminal {
  /** A result, with a line break at its end. */
  readonly result: (text: string) => void;
  /** A long result, piece by piece, no faster than it is taken. A reader that has gone away ends it, and is no failure. */
  readonly stream: (texts: AsyncIterable<string>) => Promise<void>;
  /** Words to a person. */
  readonly say: (text: string) => void;
  /** A step that is worth remembering, where somebody watches: it stays in a line of its own. */
  readonly progress: (text: string) => void;
  /** What is going on, where somebody watches for over a second; empty: nothing any more. */
  readonly working: (text: string) => void;
  /** The language of everything that is printed, `--json` apart. */
  readonly language: TerminalLanguage;
  readonly colourResults: boolean;
  readonly colourWords: boolean;
  /** Whether a person reads the results as they come, so that no log or file keeps them. */
  readonly showsResults: boolean;
  /** Whether a person can be asked. */
  readonly canAsk: boolean;
  /** Asks a yes-or-no question; no is the answer to anything else. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** The terminal of this process. A reader that has gone away ends nothing but the writing. */
export function openTerminal(): Terminal {
  let streaming = false;
  const onError = (error: NodeJS.ErrnoException) => {
    // Who streams is told of it there.
    if (streaming || isBrokenPipe(error)) return;
    process.stderr.write(`kg: nothing more can be printed: ${error.code ?? error.message}\n`);
    process.exit(EXIT.refused);
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onError);
  const plain = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '';
  const line = createProgressLine(
    (text) => void process.stderr.write(text),
    () => process.stderr.columns || 80,
  );
  const working = (text: string) => {
    if (text === '') line.clear();
    else if (process.stderr.isTTY) line.show(text);
  };
  const write = (stream: NodeJS.WriteStream, text: string) => {
    line.clear();
    stream.write(`${text}\n`);
  };
  return {
    result: (text) => write(process.stdout, text),
    async stream(texts) {
      streaming = true;
      try {
        await pipeline(Readable.from(texts), process.stdout, { end: false });
      } catch (error) {
        if (!isBrokenPipe(error)) throw error;
      } finally {
        streaming = false;
      }
    },
    say: (text) => write(process.stderr, text),
    progress: (text) => void (process.stderr.isTTY && write(process.stderr, text)),
    working,
    language: terminalLanguage(process.env),
    colourResults: !plain && process.stdout.isTTY === true,
    colourWords: !plain && process.stderr.isTTY === true,
    showsResults: process.stdout.isTTY === true && !process.env.CI,
    canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
    async confirm(question) {
      line.clear();
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      // Ctrl-C and the end of input are a no.
      const ended = new Promise<string>((resolve) => {
        lines.once('SIGINT', () => lines.close());
        lines.once('close', () => resolve(''));
      });
      const answer = await Promise.race([lines.question(`${question} [y/N] `), ended]);
      lines.close();
      return /^y(es)?$/i.test(answer.trim());
    },
  };
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
