/** YAML text → what is written, with every fault of syntax. Stops at limits before the library could choke. */

import { Composer, type Document, isCollection, isScalar, Lexer, Parser, visit } from 'yaml';
import { yamlFaults } from '../../diagnostics/yaml-messages.ts';
import { MAX_DEPTH, MAX_TOKENS } from '../written/limits.ts';
import { placeOf, type Report } from '../written/report.ts';
import type { ParsedFile, SourceText } from '../written/written.ts';
import { habitOfLine } from './line-habits.ts';
import { writtenOfDocument } from './written-of-yaml.ts';
import { holdLexeme } from './yaml-markers.ts';

/** Every scalar is its text; keys are texts; duplicate keys are found here, in linear time. */
const OPTIONS = { schema: 'failsafe', stringKeys: true, uniqueKeys: false, prettyErrors: false } as const;

/** Collections open at once in the library's parser: each level of nesting adds one. */
const COLLECTIONS: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

/** What a file's text says. */
export function parseYaml(source: SourceText, report: Report): ParsedFile {
  const document = compose(source, report);
  if (!document) return { written: undefined, broken: [], doubtfulFrom: 0 };
  const broken: number[] = [];
  const lines = new Set<string>();
  for (const { pos, code, message } of document.errors) {
    const [at, to] = pos;
    const lookedFor = broken.length < MAX_LOOKED_FOR && UNCLOSED.test(message);
    const start = lookedFor ? (openedBefore(document, at) ?? at) : at;
    broken.push(start, at);
    const span = { source, start, end: start === at ? Math.max(to, at + 1) : start + 1 };
    if (!lines.has(placeOf(span)))
      report(span, habitOfLine(source, start) ?? yamlFaults.syntax(code, message));
    lines.add(placeOf(span));
  }
  const { written, broken: aliases } = writtenOfDocument(document, source, report);
  const doubtfulFrom = broken.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  return { written, broken: [...broken, ...aliases].sort((a, b) => a - b), doubtfulFrom };
}

/** The library reports a missing end where it gives up; the curator looks for the beginning. */
const UNCLOSED = /closing .*quote|end with a/;

/** Looking for a beginning costs a walk over the document: the first faults matter. */
const MAX_LOOKED_FOR = 40;

/** Where the innermost quote or bracket that reaches an offset opens. */
function openedBefore(document: Document.Parsed, offset: number): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = ('range' in node ? node.range : undefined) ?? [0, 0];
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      if (opens && start < offset && offset <= end + 1) opened = start;
    },
  });
  return opened;
}

/** The parsed document; undefined where a limit stopped it. */
function compose(source: SourceText, report: Report): Document.Parsed | undefined {
  const parser = new Parser();
  const lexer = new Lexer();
  const tokens = [];
  let count = 0;
  let documents = 0;
  let before = '';
  for (const lexeme of lexer.lex(source.text)) {
    const start = parser.offset;
    const held = holdLexeme(lexeme, before);
    before = lexeme;
    if (held.fault) report({ source, start, end: start + lexeme.trimEnd().length }, held.fault);
    for (const token of parser.next(held.text)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
    }
    if (documents > 1) break;
    count += 1;
    const fault =
      (count > MAX_TOKENS && yamlFaults.tooManyTokens(MAX_TOKENS)) ||
      (depthOf(parser) > MAX_DEPTH && yamlFaults.tooDeep(MAX_DEPTH));
    if (fault) {
      report({ source, start, end: parser.offset }, fault);
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const [first, second] = new Composer(OPTIONS).compose(tokens, true, source.text.length);
  if (second)
    report({ source, start: second.range[0], end: second.range[0] + 3 }, yamlFaults.secondDocument());
  return first as Document.Parsed | undefined;
}

/** How many collections are open: the parser's stack holds no more than a few other tokens. */
function depthOf(parser: Parser): number {
  if (parser.stack.length <= MAX_DEPTH) return 0;
  return parser.stack.filter((token) => COLLECTIONS.has(token.type)).length;
}
