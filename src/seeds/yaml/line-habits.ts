/** What the eye passes over in a line that is no YAML: wide marks, spaces that are none, a space that lacks. */

import type { Fault } from '../../diagnostics/diagnostic.ts';
import { yamlFaults } from '../../diagnostics/yaml-messages.ts';
import type { SourceText } from '../written/written.ts';

/** Habits of keyboards, and the message for each, the surest first. */
const HABITS: readonly (readonly [RegExp, () => Fault])[] = [
  [/^\s*[－—–‐](?:\s|\S+:)/u, () => yamlFaults.wideMark('－', '-')],
  [/^\s*(?:-\s+)?[\w.]+：/u, () => yamlFaults.wideMark('：', ':')],
  [/[\u00a0\u3000]/u, () => yamlFaults.wideSpace()],
  [/^\s*-[^\s-]\w*:/u, () => yamlFaults.noSpace('-')],
];

/** The message for a line with a fault of syntax, where a habit is recognized; otherwise undefined. */
export function habitOfLine({ text }: SourceText, offset: number): Fault | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  return HABITS.find(([look]) => look.test(line))?.[1]();
}
