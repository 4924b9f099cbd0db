/** Facts that end and records that are renamed, written where the seeds have them, with the proof that nothing else changes. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Evidence, Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { ownedPlace } from '../../model/stored/owned-id.ts';
import type { OpenFile } from '../files/open-seeds.ts';
import type { FileChange } from '../files/replace-files.ts';
import { BYTE_ORDER_MARK, changeOf, replaceTexts } from '../format/format-seeds.ts';
import { readTexts, type SeedsResult } from '../read-seeds.ts';
import { STATED_VALUES } from '../records/read-stated-values.ts';
import { openTable } from '../rename/rename-in-table.ts';
import { editText, type TextEdit } from '../rename/text-edits.ts';
import { isTable } from '../written/is-table.ts';
import { typesByKey } from '../written/list-records.ts';
import { collectDiagnostics } from '../written/report.ts';
import type { SourceText, Span } from '../written/written.ts';
import { editTable, type TableEditor } from './amend-table.ts';
import { endInYaml, nameInYaml } from './amend-yaml.ts';
import { ALIASES, type Amendment, NAME, VALID_TO } from './amendment.ts';
import { renderPatch } from './render-patch.ts';

/** Amended seeds, ready to be written. */
export interface AmendedSeeds {
  readonly files: readonly OpenFile[];
  readonly changes: readonly FileChange[];
  /** The changes in the unified form of a patch. */
  readonly patch: readonly string[];
  /** What has no place where it is written: by aliases, or in a layout that is not edited. */
  readonly left: readonly Amendment[];
}

/** Where an amendment is to be written: its record and its fact. */
interface Place {
  readonly source: SourceText;
  readonly span: Span;
}

/**
 * Amends the texts of seed files.
 * @param result what the files say, without a fault
 */
export function amendSeeds(
  model: Model,
  files: readonly OpenFile[],
  result: SeedsResult,
  amendments: readonly Amendment[],
): AmendedSeeds | { readonly faults: readonly Diagnostic[] } {
  const placeOf = placesOf(result);
  const records = new Map(result.written.records.map((record) => [record.id, record]));
  const editors = new Map<SourceText, TableEditor>();
  const types = typesByKey(model);
  const editorOf = (source: SourceText) => {
    const table = editors.has(source) ? undefined : openTable(model, types, source);
    if (table) editors.set(source, editTable(table));
    return editors.get(source);
  };
  const edits = new Map<SourceText, TextEdit[]>();
  const left: Amendment[] = [];
  for (const amendment of amendments) {
    const place = placeOf(amendment);
    const record = records.get(amendment.record);
    if (!place || !record) left.push(amendment);
    else if (isTable(place.source.file)) {
      const editor = editorOf(place.source);
      const isWritten =
        amendment.kind === 'END' ? editor?.end(amendment, place.span) : editor?.name(amendment);
      if (!isWritten) left.push(amendment);
    } else {
      const found =
        amendment.kind === 'END'
          ? endInYaml(record.map, amendment, place.span)
          : nameInYaml(record.map, amendment);
      const earlier = edits.get(place.source);
      if (!found) left.push(amendment);
      else if (earlier) earlier.push(...found);
      else edits.set(place.source, [...found]);
    }
  }
  for (const [source, editor] of editors) edits.set(source, [...editor.edits()]);
  const changed = files.flatMap((file) => {
    const own = edits.get(file.source) ?? [];
    return own.length === 0 ? [] : [{ file, own, text: editText(file.source.text, own) }];
  });
  const after = replaceTexts(files, new Map(changed.map(({ file, text }) => [file, text])));
  const read = changed.length === 0 ? result : readTexts(model, after, collectDiagnostics());
  const faults = read.diagnostics.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return { faults };
  const written = amendments.filter((amendment) => !left.includes(amendment));
  // An anchor that is amended is amended for all its aliases, too: then nothing is written.
  if (sense(result, written) !== sense(read, written))
    return { files, changes: [], patch: [], left: amendments };
  return {
    files: after,
    changes: changed.map(({ file, text }) => changeOf(file, `${file.marked ? BYTE_ORDER_MARK : ''}${text}`)),
    patch: changed.flatMap(({ file, own }) => renderPatch(file.source, own)),
    left,
  };
}

/** Where the first statement of a fact is, or the record. */
function placesOf({ written: { facts } }: SeedsResult): (amendment: Amendment) => Place | undefined {
  const spans = new Map<string, Span>();
  for (const { value, span } of facts.nodes) spans.set(value.id, span);
  for (const { value, span } of facts.relationships) spans.set(value.key, span);
  return (amendment) => {
    const span = spans.get(amendment.kind === 'END' ? amendment.fact : amendment.record);
    return span && { source: span.source, span };
  };
}

/** All facts in a form that is the same before and after what is amended. */
function sense({ dataset }: SeedsResult, amendments: readonly Amendment[]): string {
  const ended = new Set(amendments.flatMap((each) => (each.kind === 'END' ? [each.fact] : [])));
  const named = new Set(amendments.flatMap((each) => (each.kind === 'NAME' ? [each.record] : [])));
  const without = (properties: Properties, names: readonly string[]) =>
    Object.entries(properties)
      .filter(([name]) => !names.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const omitted = (key: string) => (named.has(key) ? [NAME, ALIASES] : ended.has(key) ? [VALID_TO] : []);
  const sources = (key: string, evidence: readonly Evidence[]) => (named.has(key) ? [] : evidence);
  const isClaim = (id: string) => {
    const place = ownedPlace(id);
    return place?.field === STATED_VALUES && named.has(place.owner);
  };
  const nodes = [...(dataset?.nodes.values() ?? [])].filter(({ id }) => !isClaim(id));
  const kept = new Set(nodes.map(({ id }) => id));
  return [
    ...nodes.map(({ id, type, properties, evidence }) => [
      ...[id, type, without(properties, omitted(id)), sources(id, evidence)],
    ]),
    ...[...(dataset?.relationships.values() ?? [])]
      .filter(({ from, to }) => kept.has(from) && kept.has(to))
      .map(({ key, properties, evidence }) => [key, without(properties, omitted(key)), evidence]),
  ]
    .map((each) => JSON.stringify(each))
    .sort()
    .join('\n');
}
