/** The terminal: results to stdout, remarks to stderr, colour and language as the terminal is set. */

import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inLanguage, type Part, type TerminalLanguage } from '../../diagnostics/text.ts';
import { EXIT } from '../exit-codes.ts';
import { createProgressLine } from './progress-line.ts';
import { terminalLanguage } from './terminal-language.ts';

/** What a command prints and asks. */
export interface Terminal {
  /** A result, with a line break at its end. */
  readonly result: (text: Part) => void;
  /** A long result, piece by piece, no faster than it is taken. A reader that has gone away ends it, and is no failure. */
  readonly stream: (texts: AsyncIterable<string>) => Promise<void>;
  /** A remark, on stderr. */
  readonly say: (text: Part) => void;
  /** A step that stays in a line of its own, on a terminal alone. */
  readonly progress: (text: Part) => void;
  /** The current work, on a terminal, once it takes over a second; empty: none. */
  readonly working: (text: Part) => void;
  /** The language of everything that is printed, `--json` apart. */
  readonly language: TerminalLanguage;
  readonly colourResults: boolean;
  readonly colourWords: boolean;
  /** Whether results go to a terminal, so that no log or file stores them. */
  readonly showsResults: boolean;
  /** Whether a question can be answered. */
  readonly canAsk: boolean;
  /** Asks a yes-or-no question; no is the answer to anything else. */
  readonly confirm: (question: Part) => Promise<boolean>;
}

/** The terminal of this process. A reader that has gone away ends nothing but the writing. */
export function openTerminal(): Terminal {
  let streaming = false;
  const onError = (error: NodeJS.ErrnoException) => {
    // `stream` handles it itself.
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
  const language = terminalLanguage(process.env);
  const working = (text: Part) => {
    if (text === '') line.clear();
    else if (process.stderr.isTTY) line.show(inLanguage(text, language));
  };
  const write = (stream: NodeJS.WriteStream, text: Part) => {
    line.clear();
    stream.write(`${inLanguage(text, language)}\n`);
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
    language,
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
      const answer = await Promise.race([lines.question(`${inLanguage(question, language)} [y/N] `), ended]);
      lines.close();
      return /^(?:y(?:es)?|是)$/i.test(answer.trim());
    },
  };
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
