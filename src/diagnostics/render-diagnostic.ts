/** A diagnostic as a terminal prints it: position, code, message, the source line with a caret, and the hint. */

import pico from 'picocolors';
import type { Diagnostic } from './diagnostic.ts';
import { inLanguage, type TerminalLanguage } from './text.ts';
import { displayWidth, visibleText } from './visible-text.ts';

/** Characters shown of a long line before the caret, and in all. */
const BEFORE = 48;
const SHOWN = 100;

const WARNING = { en: ' (warning)', zh: '（提醒）' };

/** How diagnostics are shown. */
export interface RenderOptions {
  readonly colour: boolean;
  readonly language: TerminalLanguage;
}

/**
 * A diagnostic as text, without a newline at the end.
 * @param sourceText the file's text; undefined where it could not be read
 * @example
 * seeds/firms.yaml:4:14 ref/unknown no record has the id `zone:zhangjian`
 *     4 │     places: [zone:zhangjian]
 *       │              ^^^^^^^^^^^^^^
 *         did you mean `zone:zhangjiang`?
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  sourceText: string | undefined,
  options: RenderOptions,
): string {
  return renderAtLine(diagnostic, linesOf(sourceText)(diagnostic.line), options);
}

/**
 * Diagnostics as texts, in time that grows with the sum of files and diagnostics, not with their product.
 * @param diagnostics by file and position
 * @param sources texts by file
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: RenderOptions,
): readonly string[] {
  const files = new Map<string, Lines>();
  return diagnostics.map((diagnostic) => {
    const lines = files.get(diagnostic.file) ?? linesOf(sources.get(diagnostic.file));
    files.set(diagnostic.file, lines);
    return renderAtLine(diagnostic, lines(diagnostic.line), options);
  });
}

/** The characters of a line, as a text where each is one code unit of it; undefined where there is nothing to show. */
type Line = string | readonly string[] | undefined;

/** The line of a number, from 1. */
type Lines = (line: number) => Line;

/** The lines of a text. The last one asked for is remembered: a whole file may be one line, with a fault at each word. */
function linesOf(text: string | undefined): Lines {
  const texts = text?.split('\n') ?? [];
  let [at, line]: [at: number, line: Line] = [0, undefined];
  return (number) => {
    if (number !== at) [at, line] = [number, charactersOf(texts[number - 1] ?? '')];
    return line;
  };
}

function charactersOf(line: string): Line {
  if (line.trim() === '') return undefined;
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return /[\ud800-\udfff]/.test(text) ? [...text] : text;
}

function renderAtLine(diagnostic: Diagnostic, line: Line, { colour, language }: RenderOptions): string {
  const paint = pico.createColors(colour);
  const strong = diagnostic.severity === 'error' ? paint.red : paint.yellow;
  const position = `${visibleText(diagnostic.file)}:${diagnostic.line}:${diagnostic.column}`;
  const message = inLanguage(diagnostic.message, language);
  const number = String(diagnostic.line).padStart(5);
  const margin = ' '.repeat(number.length);
  const severity = diagnostic.severity === 'warning' ? paint.dim(WARNING[language]) : '';
  const lines = [`${paint.bold(position)} ${strong(diagnostic.code)} ${message}${severity}`];
  if (line !== undefined) {
    const { shown, indent, width } = cutAround(line, diagnostic);
    lines.push(`${paint.dim(`${number} │`)} ${shown}`);
    lines.push(`${paint.dim(`${margin} │`)} ${' '.repeat(indent)}${strong('^'.repeat(width))}`);
  }
  if (diagnostic.hint !== undefined) lines.push(`${margin}   ${inLanguage(diagnostic.hint, language)}`);
  return lines.join('\n');
}

/** The part of a line around the span, and where the caret goes beneath it. */
function cutAround(
  characters: NonNullable<Line>,
  { line: first, column, endLine, endColumn }: Diagnostic,
): { readonly shown: string; readonly indent: number; readonly width: number } {
  const start = column - 1;
  const end = Math.max(endLine > first ? characters.length : endColumn - 1, start + 1);
  const from = characters.length <= SHOWN ? 0 : Math.max(0, start - BEFORE);
  const to = Math.min(characters.length, from + SHOWN);
  const lead = from > 0 ? '…' : '';
  const tail = to < characters.length ? '…' : '';
  const before = lead + shownText(characters.slice(from, start));
  const marked = shownText(characters.slice(start, Math.min(end, to)));
  const after = shownText(characters.slice(Math.min(end, to), to)) + tail;
  return {
    shown: before + marked + after,
    indent: displayWidth(before),
    width: Math.max(1, displayWidth(marked)),
  };
}

function shownText(characters: string | readonly string[]): string {
  const text = typeof characters === 'string' ? characters : characters.join('');
  return visibleText(text.replaceAll('\t', '  '));
}
