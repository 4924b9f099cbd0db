/** A diagnostic as an annotation: a runner of GitHub shows it at its line in the pull request. */

import type { Diagnostic } from './diagnostic.ts';
import { inLanguage, type TerminalLanguage } from './text.ts';

/**
 * The annotation, in one line.
 * @example ::error file=seeds/firms.yaml,line=4,col=14,title=ref/unknown::no record has the id …
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotation(diagnostic: Diagnostic, language: TerminalLanguage): string {
  const { severity, file, line, column, code, message, hint } = diagnostic;
  const said = [message, hint].flatMap((text) => (text === undefined ? [] : inLanguage(text, language)));
  const properties = Object.entries({ file, line, col: column, title: code }).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${severity} ${properties.join(',')}::${escapedText(said.join('\n'))}`;
}

/** A line that the runner shows at the top of its summary. */
export function githubNotice(title: string, text: string): string {
  return `::notice title=${escapedProperty(title)}::${escapedText(text)}`;
}

/** Without this a line end in a text would begin a command of its own. */
function escapedText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
