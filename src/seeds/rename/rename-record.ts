/** A record under another id: every reference follows, and nothing else in the files changes. */

import type { Diagnostic, Fault } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Model } from '../../model/model.ts';
import type { OpenFile, OpenSeeds } from '../files/open-seeds.ts';
import type { FileChange } from '../files/replace-files.ts';
import { BYTE_ORDER_MARK, changeOf, replaceTexts } from '../format/format-seeds.ts';
import { parseSeedFile } from '../parse-seed-file.ts';
import { readTexts, type SeedsResult } from '../read-seeds.ts';
import { joinContinued } from '../records/join-continued.ts';
import { FORMER_IDS, faultOfId, textsAt } from '../written/index-records.ts';
import { isTable } from '../written/is-table.ts';
import { listRecords, type SeedRecord, typesByKey } from '../written/list-records.ts';
import { type Collected, collectDiagnostics, placeOf } from '../written/report.ts';
import { suggestRecords } from '../written/suggest-records.ts';
import { positionOf, type Span, sourceText } from '../written/written.ts';
import { addFormerId } from './add-former-id.ts';
import {
  addFormerIdToTable,
  type OpenTable,
  openTable,
  ownIdsInTable,
  referencesInTable,
} from './rename-in-table.ts';
import { renamedSense } from './renamed-sense.ts';
import { editId, editText, movedOffsets, type TextEdit } from './text-edits.ts';

/** A position of the new id. Line and column begin at 1. */
export interface RenamedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A renaming, ready to be written. */
export interface Renaming {
  readonly changes: readonly FileChange[];
  readonly places: readonly RenamedPlace[];
  /** Where comments and texts still name the old id, in words: seeds/firms.yaml:4. */
  readonly mentions: readonly string[];
  /** Whether the old id keeps answering. */
  readonly kept: boolean;
}

/** Why nothing is renamed: faults of the seeds, or one reason. */
export type NotRenamed = { readonly faults: readonly Diagnostic[] } | { readonly refused: Text };

/** Renames a record in the texts of all files. */
export function renameRecord(
  model: Model,
  { files, diagnostics }: OpenSeeds,
  oldId: string,
  newId: string,
): Renaming | NotRenamed {
  const spans = new Map<string, Span>();
  const note = (span: Span) => void spans.set(`${span.source.file}\0${span.start}`, span);
  const before = readTexts(model, files, collected(diagnostics), (written) => {
    if (written.text === oldId) note(written.span);
  });
  if (!before.dataset) return { faults: before.diagnostics.filter(({ severity }) => severity === 'error') };
  const records = recordsOf(model, files);
  const record = records.find(({ id }) => id === oldId);
  const refused = record ? refuseNew(record, records, newId) : refuseOld(records, oldId);
  if (!record || refused !== undefined) return { refused: refused ?? { en: '', zh: '' } };
  const tables = tablesOf(model, files);
  for (const table of tables) referencesInTable(model, table, oldId).forEach(note);
  const table = tables.find(({ source }) => source === record.idSpan.source);
  for (const each of tables) ownIdsInTable(each, oldId).forEach(note);
  note(record.idSpan);
  const kept = record.type.properties.has(FORMER_IDS);
  const added = table ? addFormerIdToTable(table, oldId, newId) : addFormerId(record.map, oldId, newId);
  const former = kept ? added : [];
  if (!former) {
    const place = placeOf(record.idSpan);
    const [column, old] = [quote(FORMER_IDS), quote(oldId)];
    return {
      refused: table
        ? {
            en: `${place}: add a column ${column} to the table, so that ${old} can still be found`,
            zh: `${place}：请为表格增加 ${column} 列，使 ${old} 仍可查到`,
          }
        : {
            en: `${place}: write its id and former ids without aliases`,
            zh: `${place}：请不用别名书写 id 和曾用 id`,
          },
    };
  }
  const texts = new Map<OpenFile, string>();
  const places: RenamedPlace[] = [];
  for (const file of files) {
    const here = [...spans.values()].filter(({ source }) => source === file.source);
    const ids = here.map((span) => editOf(span, oldId, newId));
    const edits = file.source === record.map.span.source ? [...ids, ...former] : ids;
    if (edits.length === 0) continue;
    const text = editText(file.source.text, edits);
    texts.set(file, text);
    places.push(...placesOf(file.source.file, text, here, edits));
  }
  const after = replaceTexts(files, texts);
  if (!isSame(before, readTexts(model, after, collected(diagnostics)), oldId, newId)) {
    return {
      refused: {
        en: 'the new files would differ from the old ones in more than the id',
        zh: '除 id 外，新文件与原文件还有其他不同',
      },
    };
  }
  const changes = [...texts].map(([file, text]) =>
    changeOf(file, `${file.marked ? BYTE_ORDER_MARK : ''}${text}`),
  );
  return { changes, places, mentions: mentionsOf(model, after, oldId, newId), kept };
}

function collected(diagnostics: readonly Diagnostic[]): Collected {
  const { report, sorted } = collectDiagnostics();
  return { report, sorted: () => [...diagnostics, ...sorted()] };
}

function tablesOf(model: Model, files: readonly OpenFile[]): readonly OpenTable[] {
  const types = typesByKey(model);
  return files.flatMap(({ source }) => (isTable(source.file) ? (openTable(model, types, source) ?? []) : []));
}

function recordsOf(model: Model, files: readonly OpenFile[]): readonly SeedRecord[] {
  const types = typesByKey(model);
  const silent = () => undefined;
  return joinContinued(
    files.flatMap(
      ({ source }) => listRecords(types, parseSeedFile(model, types, source, silent), silent).records,
    ),
  );
}

function refuseOld(records: readonly SeedRecord[], oldId: string): Text {
  const today = records.find(({ map }) => textsAt(map, FORMER_IDS).some(({ text }) => text === oldId));
  if (today) {
    const [old, id] = [quote(oldId), quote(today.id ?? '')];
    return {
      en: `${old} is a former id of ${id}: rename that`,
      zh: `${old} 是 ${id} 的曾用 id：请对后者改名`,
    };
  }
  const prefix = oldId.slice(0, oldId.indexOf(':'));
  const names = [...new Set(records.map(({ type }) => type.name))];
  const same = records.find(({ type }) => type.root?.prefix === prefix)?.type.name;
  const near = suggestRecords(records)(oldId, same === undefined ? names : [same]);
  return sentenceOf(recordFaults.refUnknown(oldId, near));
}

/** A fault with its remedy as one sentence. */
function sentenceOf({ message, hint }: Fault): Text {
  return hint === undefined ? message : { en: `${message.en}: ${hint.en}`, zh: `${message.zh}：${hint.zh}` };
}

function refuseNew(record: SeedRecord, records: readonly SeedRecord[], newId: string): Text | undefined {
  if (newId === record.id) return { en: 'the old id and the new one are the same', zh: '新旧 id 相同' };
  const fault = faultOfId(newId, record.type.root?.prefix ?? '');
  if (fault) return sentenceOf(fault);
  const taken =
    records.find(({ id }) => id === newId)?.idSpan ??
    records
      .filter((other) => other !== record)
      .flatMap(({ map }) => textsAt(map, FORMER_IDS))
      .find(({ text }) => text === newId)?.span;
  return taken && recordFaults.idTwice(newId, placeOf(taken)).message;
}

function editOf({ source, start, end }: Span, oldId: string, newId: string): TextEdit {
  return { start, end, text: editId(source.text.slice(start, end), oldId, newId) };
}

function placesOf(
  file: string,
  text: string,
  spans: readonly Span[],
  edits: readonly TextEdit[],
): readonly RenamedPlace[] {
  const now = sourceText(file, text);
  const starts = spans.map(({ start }) => start);
  return movedOffsets(starts, edits).map((offset) => ({ file, ...positionOf(now, offset) }));
}

/** The same diagnostics, but for the id and the lines; and the same facts, but for the id. */
function isSame(before: SeedsResult, after: SeedsResult, oldId: string, newId: string): boolean {
  if (!before.dataset || !after.dataset) return false;
  const messages = ({ diagnostics }: SeedsResult) =>
    diagnostics
      .map(({ file, code, message }) =>
        `${file} ${code} ${message.en.replaceAll(oldId, newId)}`.replace(/:\d+/g, ''),
      )
      .sort()
      .join('\n');
  return (
    messages(before) === messages(after) &&
    renamedSense(before.dataset, oldId, newId) === renamedSense(after.dataset, oldId, newId)
  );
}

/** Where the old id is still written, other than among former ids. */
function mentionsOf(
  model: Model,
  files: readonly OpenFile[],
  oldId: string,
  newId: string,
): readonly string[] {
  const record = recordsOf(model, files).find(({ id }) => id === newId);
  const former = record ? textsAt(record.map, FORMER_IDS).find(({ text }) => text === oldId) : undefined;
  const standing = new RegExp(`(?<![\\w:-])${oldId}(?![\\w:-])`, 'g');
  return files.flatMap(({ source }) =>
    [...source.text.matchAll(standing)].flatMap(({ index }) => {
      const at = former?.span;
      const isFormer = at?.source.file === source.file && at.start <= index && index < at.end;
      return isFormer ? [] : [placeOf({ source, start: index, end: index + oldId.length })];
    }),
  );
}
