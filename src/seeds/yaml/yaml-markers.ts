/** YAML's tags and directives, which seeds do not have: reported with their spans, and kept from the parser. */

import type { Fault } from '../../diagnostics/diagnostic.ts';
import { yamlFaults } from '../../diagnostics/yaml-messages.ts';

/** What the lexer puts before the text of a scalar. */
const SCALAR = '\x1f';
/** What is true of every seed file. */
const YAML_VERSION = /^%YAML\s+1\.2\s*$/;

/** A piece of YAML as it goes on to the parser, and its faults. */
export interface HeldLexeme {
  readonly text: string;
  readonly fault: Fault | undefined;
}

/**
 * A piece that the lexer gave, without what seeds do not have: as many characters, so that places stay.
 * @param before the piece before it
 */
export function holdLexeme(lexeme: string, before: string): HeldLexeme {
  const [mark] = lexeme;
  if (before === SCALAR || (mark !== '!' && mark !== '%')) return { text: lexeme, fault: undefined };
  if (mark === '!') return { text: ' '.repeat(lexeme.length), fault: yamlFaults.tag(lexeme) };
  if (YAML_VERSION.test(lexeme)) return { text: lexeme, fault: undefined };
  return { text: `#${lexeme.slice(1)}`, fault: yamlFaults.directive(lexeme.trim()) };
}
