/** What the eye passes over in a line that is no YAML: wide marks, spaces that are none, a space that lacks. */

import type { Saying } from '../diagnostics/diagnostic.ts';
import { sayYaml } from '../diagnostics/yaml-messages.ts';
import type { SourceText } from './written.ts';

/** Habits of keyboards, and the message for each, the surest first. */
const HABITS: readonly (readonly [RegExp, () => Saying])[] = [
  [/^\s*[－—–‐](?:\s|\S+:)/u, () => sayYaml.wideMark('－', '-')],
  [/^\s*(?:-\s+)?[\w.]+：/u, () => sayYaml.wideMark('：', ':')],
  [/[\u00a0\u3000]/u, () => sayYaml.wideSpace()],
  [/^\s*-[^\s-]\w*:/u, () => sayYaml.noSpace('-')],
];

/** The message for a line with a fault of syntax, where a habit is recognized; otherwise undefined. */
export function habitOfLine({ text }: SourceText, offset: number): Saying | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  return HABITS.find(([look]) => look.test(line))?.[1]();
}
