/** The README's app: its files and commands, as they are written there. */

import { readFileSync } from 'node:fs';

const README = readFileSync('README.md', 'utf8');
const CHAPTER = README.slice(README.indexOf('## An app in five lines'), README.indexOf('## An agent'));

/** The text of the first block in a language. */
function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(CHAPTER)?.[1];
  if (text === undefined) throw new Error(`the README's app has no block of ${language}`);
  return text;
}

/** The parts of the app. */
export const README_APP = {
  tsconfig: block('json'),
  code: block('ts'),
  commands: block('sh'),
  output: block('text'),
  /** The README with another output. */
  withOutput: (output: string) =>
    README.replace(`\`\`\`text\n${block('text')}\`\`\``, `\`\`\`text\n${output}\`\`\``),
};
