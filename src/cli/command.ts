/** What every command gets, and what it gives back. */

import { join } from 'node:path';
import type { ExitCode } from './exit-codes.ts';
import { PACKAGE } from './package-info.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The options that every command takes. */
export interface CommonOptions {
  readonly seeds?: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** A command at work. */
export interface CommandContext {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folders of seed files: the option, else the setting. */
  readonly seeds: readonly string[];
  readonly json: boolean;
  /** What follows the command's name, options apart. */
  readonly operands: readonly string[];
}

/** A command: what it is given, and the exit code it ends with. */
export type Command<Options = object> = (context: CommandContext, options: Options) => Promise<ExitCode>;

/** The declaration of the model, beside the code whatever folder the command is run in. */
export const SCHEMA_FOLDER = join(PACKAGE, 'schema');
/** The declarations of the questions. */
export const QUESTIONS_FOLDER = join(SCHEMA_FOLDER, 'questions');
