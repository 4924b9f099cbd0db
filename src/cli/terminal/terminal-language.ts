/** The language that a terminal is set to. */

import type { TerminalLanguage } from '../../diagnostics/text.ts';

/** The variables that name it, the strongest first: ours, then those of POSIX. */
const VARIABLES = ['KG_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/**
 * Chinese where the first variable that is set names it, as `zh`, `zh_CN.UTF-8` or `zh-Hans`; else English.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
 */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): TerminalLanguage {
  const [language = ''] = VARIABLES.flatMap((name) => env[name] || []);
  return /^zh(?![a-z])/i.test(language) ? 'zh' : 'en';
}
