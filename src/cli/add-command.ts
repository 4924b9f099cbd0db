/** How a command is added to `kg`: what is known of it before it is loaded. */

import type { Command as Program } from 'commander';
import type { Text } from '../diagnostics/text.ts';
import type { Command } from './command.ts';

/** Loads a command when it runs: help and version need none, and all together take seconds. */
export type Load<Options> = () => Promise<Command<Options>>;

/** Chooses the text of the terminal's language. */
export type InLanguage = (text: Text) => string;

/** The title of the example in the help of a command. */
export const EXAMPLE: Text = { en: 'Example:', zh: '示例：' };

/** Adds a command to the program or to a group of it, with the options that all commands take. */
export type Add = <Options extends object>(
  parent: Program,
  name: string,
  description: Text,
  example: string,
  load: Load<Options>,
) => Program;
