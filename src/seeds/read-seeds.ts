/** Seed files → a dataset, or every fault in every file at once. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileFaults } from '../diagnostics/file-messages.ts';
import type { Dataset, DatasetInfo } from '../model/dataset.ts';
import { type Model, type NodeTypeModel, SOURCE } from '../model/model.ts';
import { checkCodes } from './checks/check-codes.ts';
import { checkEditorial } from './checks/check-editorial.ts';
import { checkNames } from './checks/check-names.ts';
import { checkPlausible } from './checks/check-plausible.ts';
import { checkPolicies } from './checks/check-policies.ts';
import { checkTrees } from './checks/check-trees.ts';
import { checkUnits } from './checks/check-units.ts';
import { readInfo } from './dataset/read-info.ts';
import { withoutMarkers } from './files/conflict-markers.ts';
import { findSeedFiles, startOf } from './files/find-seed-files.ts';
import { type ReadText, readText } from './files/read-text.ts';
import { parseSeedFile } from './parse-seed-file.ts';
import { joinContinued } from './records/join-continued.ts';
import { type EvidenceScope, NO_EVIDENCE, readDefaultEvidence } from './records/read-evidence.ts';
import { readRecord } from './records/read-record.ts';
import { type Facts, joinFacts, type Placed, type Reading } from './records/reading.ts';
import { indexRecords } from './written/index-records.ts';
import { MAX_RECORDS } from './written/limits.ts';
import { type ListedFile, listRecords, type SeedRecord, typesByKey } from './written/list-records.ts';
import { readRanks, writtenRanks } from './written/rank-sources.ts';
import { type Collected, collectDiagnostics, type Report } from './written/report.ts';
import { suggestRecords } from './written/suggest-records.ts';
import { positionOf, type Span, type Written, type WrittenEntry } from './written/written.ts';

/** Where a record or relationship was written. */
interface SeedPlace {
  readonly file: string;
  readonly line: number;
}

/** Takes which of how many files is read just now. */
type OnFile = (file: number, files: number) => void;

/** What seed files hold. */
export interface SeedsResult {
  /** Undefined where any file has an error. */
  readonly dataset: Dataset | undefined;
  /** All faults, by file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the files, by their paths as shown. */
  readonly sources: ReadonlyMap<string, string>;
  /** Where each node id and relationship key was written. */
  readonly spans: ReadonlyMap<string, SeedPlace>;
  /** The facts with their spans, and the records as written, for finding the span of any part of a record. */
  readonly written: { readonly facts: Facts; readonly records: readonly SeedRecord[] };
}

/**
 * Reads every seed file below the folders. The order of files, keys and records makes no difference to the dataset.
 * @param folders paths, absolute or relative to the current folder
 * @param onFile called with each file as it is read
 */
export function readSeeds(model: Model, folders: readonly string[], onFile?: OnFile): SeedsResult {
  const collected = collectDiagnostics();
  const texts = findSeedFiles(folders, collected.report).map((seed) => readText(seed, collected.report));
  return readTexts(model, texts, collected, undefined, onFile);
}

/**
 * Reads texts as seed files, wherever they come from.
 * @param collected what has been reported of the files so far
 * @param onReference called with each reference, and the id that it resolves to
 */
export function readTexts(
  model: Model,
  texts: readonly ReadText[],
  { report, sorted }: Collected,
  onReference?: Reading['onReference'],
  onFile?: OnFile,
): SeedsResult {
  const types = typesByKey(model);
  const files = texts.map((text, index) => {
    onFile?.(index + 1, texts.length);
    return listFile(model, types, text, report);
  });
  const records = atMost(joinContinued(files.flatMap((file) => file.records)), report);
  const index = indexRecords(model, records, report);
  const suggest = suggestRecords(index.owners);
  const reading: Reading = { model, index, suggest, ranks: writtenRanks(index.owners), report, onReference };
  const facts = readFacts(reading, records, defaultsOf(reading, files));
  checkTrees(model, facts.relationships, report);
  checkPolicies(records, facts, report);
  checkUnits(records, report);
  checkCodes(records, index, report);
  checkNames(index.owners, report);
  checkEditorial(model, index, facts, report);
  const info =
    texts[0] &&
    readInfo(reading, files.flatMap(datasetEntry), startOf(texts[0].source.file), { facts, records });
  checkPlausible(model, records, facts, info?.timeZone, report);
  const diagnostics = sorted();
  const sources = new Map(texts.map(({ source }) => [source.file, source.text]));
  const sound = info && !diagnostics.some(({ severity }) => severity === 'error');
  return {
    dataset: sound ? datasetOf(info, facts) : undefined,
    diagnostics,
    sources,
    // Only who shows changes asks where they were written: counting lines takes its time in large seeds.
    get spans() {
      return placesOf(facts);
    },
    written: { facts, records },
  };
}

/** The records of a file. Those of a file that is no sound text are known to others, and not judged. */
function listFile(
  model: Model,
  types: ReadonlyMap<string, NodeTypeModel>,
  { source, sound }: ReadText,
  report: Report,
): ListedFile {
  const reportFault: Report = sound ? report : () => undefined;
  const text = sound ? source : withoutMarkers(source);
  const listed = listRecords(types, parseSeedFile(model, types, text, reportFault), reportFault);
  if (sound) return listed;
  return { ...listed, records: listed.records.map((record) => ({ ...record, broken: true })) };
}

function datasetEntry({ dataset }: ListedFile): readonly WrittenEntry[] {
  return dataset ? [dataset] : [];
}

/** The default evidence of each file, by where it is written. */
type Defaults = ReadonlyMap<Written | undefined, EvidenceScope>;

function defaultsOf(reading: Reading, files: readonly ListedFile[]): Defaults {
  return new Map(
    files.map(({ defaultEvidence: written }) => [written, readDefaultEvidence(reading, written)]),
  );
}

function atMost(records: readonly SeedRecord[], report: Report): readonly SeedRecord[] {
  const tooMany = records[MAX_RECORDS];
  if (tooMany) report(tooMany.idSpan, fileFaults.tooManyRecords(MAX_RECORDS));
  return tooMany ? records.slice(0, MAX_RECORDS) : records;
}

/** Sources are read first: which of several stated values is chosen depends on them. */
function readFacts(reading: Reading, records: readonly SeedRecord[], defaults: Defaults): Facts {
  const isSource = ({ type }: SeedRecord) => type.name === SOURCE;
  const sources = records.filter(isSource);
  const read = readRecords(reading, sources, defaults);
  const ranks = readRanks(read.nodes.map(({ value }) => value));
  const others = records.filter((record) => !isSource(record));
  return joinFacts([read, readRecords({ ...reading, ranks }, others, defaults)]);
}

/** A record with a fault of syntax inside is known to others, but what it says is not judged. */
function readRecords(reading: Reading, records: readonly SeedRecord[], defaults: Defaults): Facts {
  const judged = records.filter(({ broken }) => !broken);
  return joinFacts(
    judged.map((record) => readRecord(reading, record, defaults.get(record.defaultEvidence) ?? NO_EVIDENCE)),
  );
}

function datasetOf(info: DatasetInfo, { nodes, relationships }: Facts): Dataset {
  return {
    info,
    nodes: byKey(nodes, ({ id }) => id),
    relationships: byKey(relationships, ({ key }) => key),
  };
}

/** In the order of the keys, so that nothing depends on how files are laid out. */
function byKey<T>(placed: readonly Placed<T>[], keyOf: (value: T) => string): ReadonlyMap<string, T> {
  const values = new Map(placed.map(({ value }) => [keyOf(value), value]));
  // Sorted as plain texts, which takes a fraction of what comparing by a function does.
  const keys = [...values.keys()].sort();
  return new Map(keys.map((key) => [key, values.get(key) as T]));
}

function placesOf({ nodes, relationships }: Facts): ReadonlyMap<string, SeedPlace> {
  const places = new Map<string, SeedPlace>();
  const put = (key: string, { source, start }: Span) =>
    places.set(key, { file: source.file, line: positionOf(source, start).line });
  for (const { value, span } of nodes) put(value.id, span);
  for (const { value, span } of relationships) put(value.key, span);
  return places;
}
