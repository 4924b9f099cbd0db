/** What the eye passes over in a line that is no YAML: wide marks, spaces that are none, a space that lacks. */

import type { Saying } from '../diagnostics/diagnostic.ts';
import { sayYaml } from '../diagnostics/yaml-messages.ts';
import type { SourceText } from './written.ts';

/** Habits of keyboards, and what to tell of each, the surest first. */
const HABITS: readonly (readonly [RegExp, () => Saying])[] = [
  [/^\s*[－—–‐](?:\s|\S+:)/u, () => sayYaml.wideMark('－', '-')],
  [/^\s*(?:-\s+)?[\w.]+：/u, () => sayYaml.wideMark('：', ':')],
  [/[\u00a0\u3000]/u, () => sayYaml.wideSpace()],
  [/^\s*-[^\s-]\w*:/u, () => sayYaml.noSpace('-')],
];

/** What a line with a fault of syntax is told of, where its look says it; undefined where nothing strikes. */
export function habitOfLine({ text }: SourceText, offset: number): Saying | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  return HABITS.find(([look]) => look.test(line))?.[1]();
}
