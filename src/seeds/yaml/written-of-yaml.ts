/** The tree of the yaml library → what is written: duplicate keys reported, aliases replaced. */

import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import { yamlFaults } from '../../diagnostics/yaml-messages.ts';
import { MAX_ALIASED, MAX_DEPTH } from '../written/limits.ts';
import { placeOf, type Report } from '../written/report.ts';
import {
  plainScalar,
  type SourceText,
  type Span,
  type Written,
  type WrittenEntry,
  type WrittenMap,
  type WrittenText,
} from '../written/written.ts';

/** What a walk over a document keeps. */
interface Walk {
  readonly source: SourceText;
  readonly report: Report;
  /** The latest node of each anchor. */
  readonly anchors: Map<string, ParsedNode>;
  /** The nodes around the one at hand: an alias to one of them would have no end. */
  readonly open: Set<ParsedNode>;
  /** Aliases inside the values of aliases. */
  aliasDepth: number;
  /** What aliases have stood for so far. */
  aliased: number;
  /** Offsets of aliases without an anchor. */
  readonly broken: number[];
}

/** What a document says, undefined where it is empty, and where it is broken. An alias costs what its value costs. */
export function writtenOfDocument(
  document: Document.Parsed,
  source: SourceText,
  report: Report,
): { readonly written: Written | undefined; readonly broken: readonly number[] } {
  if (!document.contents) return { written: undefined, broken: [] };
  const broken: number[] = [];
  const walk: Walk = {
    source,
    report,
    anchors: new Map(),
    open: new Set(),
    aliasDepth: 0,
    aliased: 0,
    broken,
  };
  const written = writtenOf(document.contents, walk);
  const isEmpty = written.form === 'nothing' && written.text === '';
  return { written: isEmpty ? undefined : written, broken };
}

function writtenOf(node: ParsedNode, walk: Walk): Written {
  const span = spanOf(node, walk);
  if (isAlias(node)) return writtenOfAlias(node.source, span, walk);
  if (walk.aliasDepth > 0) walk.aliased += 1;
  if (node.anchor) walk.anchors.set(node.anchor, node);
  if (isScalar(node)) return writtenOfScalar(node, span);
  walk.open.add(node);
  const written: Written = isMap(node)
    ? writtenOfMap(node.items as readonly Pair[], span, walk)
    : { form: 'list', items: itemsOf(node).map((item) => writtenOf(item, walk)), span };
  walk.open.delete(node);
  return written;
}

interface Pair {
  readonly key: unknown;
  readonly value: ParsedNode | null;
}

function itemsOf(node: ParsedNode): readonly ParsedNode[] {
  return isSeq(node) ? (node.items as readonly ParsedNode[]) : [];
}

/** An empty value is nothing, and so is a plain `null`; a text that reads so has quotes. */
function writtenOfScalar(node: Scalar, span: Span): Written {
  const text = String(node.value);
  if (node.type !== Scalar.PLAIN) return { form: 'text', text, span };
  return span.start === span.end ? { form: 'nothing', text: '', span } : plainScalar(text, span);
}

function writtenOfMap(pairs: readonly Pair[], span: Span, walk: Walk): WrittenMap {
  const entries = new Map<string, WrittenEntry>();
  for (const pair of pairs) {
    if (!isScalar(pair.key)) continue;
    const key: WrittenText = { form: 'text', text: String(pair.key.value), span: spanOf(pair.key, walk) };
    const first = entries.get(key.text);
    if (key.text === '<<') walk.report(key.span, yamlFaults.mergeKey());
    else if (first) walk.report(key.span, yamlFaults.keyTwice(key.text, placeOf(first.key.span)));
    const written = pair.value && writtenOf(pair.value, walk);
    const isEmpty = !written || (written.form === 'nothing' && written.text === '');
    const value: Written = isEmpty ? { form: 'nothing', text: '', span: key.span } : written;
    if (key.text !== '<<' && !first) entries.set(key.text, { key, value });
  }
  return { form: 'map', entries: [...entries.values()], span };
}

function writtenOfAlias(name: string, span: Span, walk: Walk): Written {
  const node = walk.anchors.get(name);
  if (!node) walk.report(span, yamlFaults.aliasUnknown(name));
  else if (walk.open.has(node)) walk.report(span, yamlFaults.aliasCircle(name));
  else if (walk.aliased > MAX_ALIASED || walk.aliasDepth > MAX_DEPTH) {
    const top = { source: walk.source, start: 0, end: 1 };
    walk.report(top, yamlFaults.aliasTooMany(MAX_ALIASED));
  } else {
    walk.aliasDepth += 1;
    const written = writtenOf(node, walk);
    walk.aliasDepth -= 1;
    return written;
  }
  walk.broken.push(span.start);
  return { form: 'nothing', text: '', span };
}

/** The span of a node, without the white space after it. */
function spanOf(node: { readonly range?: readonly [number, number, number] | null }, walk: Walk): Span {
  const [start, end] = node.range ?? [0, 0, 0];
  const length = walk.source.text.slice(start, end).trimEnd().length;
  return { source: walk.source, start, end: start + length };
}
