/** The next edition of a list: proposed seeds, what is different, and what ends where the seeds have it. */

import { nearest } from '../../diagnostics/nearest.ts';
import type { Text } from '../../diagnostics/text.ts';
import { dayText } from '../../model/day.ts';
import { type Model, SOURCE } from '../../model/model.ts';
import { type AmendedSeeds, amendSeeds } from '../../seeds/amend/amend-seeds.ts';
import type { Amendment } from '../../seeds/amend/amendment.ts';
import type { OpenFile } from '../../seeds/files/open-seeds.ts';
import type { SeedsResult } from '../../seeds/read-seeds.ts';

import {
  type ListToImport,
  type MapFaults,
  type MappedList,
  mapList,
  type ProposedSeeds,
  propose,
  readBeside,
} from '../import-list.ts';
import { type OnHand, readOnHand } from '../on-hand.ts';
import type { Question } from '../question.ts';
import { locatorIn, type ReadList, readList } from '../read-list.ts';
import { NEW } from '../read-map.ts';
import type { ListedRecord } from '../read-row.ts';
import { seedTable } from '../seed-table.ts';
import {
  lastDayBefore,
  type PublishedOn,
  refuseList,
  refuseRemoved,
  refuseUnknown,
} from './check-edition.ts';
import { compareEditions, type EditionChanges, membersOf } from './compare-editions.ts';
import { continueFacts, endingRow, fieldsOfList } from './edition-rows.ts';
import { type HeldFacts, heldFacts, type StatedParts } from './held-facts.ts';
import { alikePairs } from './renamed-pairs.ts';

/** The seeds into which an edition is imported. They have no fault. */
export interface EditionSeeds {
  readonly result: SeedsResult;
  readonly files: readonly OpenFile[];
}

/** The edition before. */
export interface EditionBefore {
  /** The ids of its source, and of those of editions before it, the newest first. */
  readonly sources: readonly string[];
  /** What holds of it: the graph, or the seeds. */
  readonly of: StatedParts;
  /** Whether a whole list that leaves out much is taken for one. */
  readonly yesWhole: boolean;
}

/** A new edition, held against the one before. */
export interface ImportedEdition {
  readonly kind: 'EDITION';
  readonly map: MappedList['map'];
  /** Of the new edition's rows, with a row for each fact that it ends. */
  readonly proposed: ProposedSeeds;
  /** Undefined where the columns could not be read, so that nothing is compared. */
  readonly changes: EditionChanges | undefined;
  readonly amended: AmendedSeeds | undefined;
  /** The last day on which facts hold that end; undefined where that is not known. */
  readonly lastDay: number | undefined;
  /** Why nothing may be written: too much of the old edition is left out. */
  readonly refused: Text | undefined;
}

/** Why there is nothing to compare. */
export type NoEdition =
  | MapFaults
  | { readonly kind: 'REFUSED'; readonly why: Text }
  /** A source that the seeds do not have, and the nearest id that they have. */
  | { readonly kind: 'NO_SOURCE'; readonly id: string; readonly near: string | undefined };

/** The locator of what a list does not have. */
const WHOLE_TABLE = '全表';
/** An old name that is this like a new one is asked back. */
const LEAST_ALIKE = 0.5;
const PUBLISHED_ON = 'publishedOn';

/**
 * Reads the next edition of a list.
 * @throws UnreadableList where no sheet has the table
 */
export function importEdition(
  model: Model,
  list: ListToImport,
  { result, files }: EditionSeeds,
  { sources, of, yesWhole }: EditionBefore,
): ImportedEdition | NoEdition {
  const nodes = result.dataset?.nodes;
  const unknown = sources.find((id) => nodes?.get(id)?.type !== SOURCE);
  if (unknown !== undefined) {
    const known = [...(nodes?.values() ?? [])].flatMap(({ id, type }) => (type === SOURCE ? [id] : []));
    return { kind: 'NO_SOURCE', id: unknown, near: nearest(unknown, known) };
  }
  const mapped = mapList(model, list, { result, texts: files });
  if (mapped.kind === 'MAP_FAULTS') return mapped;
  const { map } = mapped;
  const publishedOn = (id = '') => nodes?.get(id)?.properties[PUBLISHED_ON]?.toString();
  const published: PublishedOn = { old: publishedOn(sources[0]), next: publishedOn(map.source.text) };
  const seedFiles = files.map(({ source }) => source.file);
  const refusal = refuseList(mapped, sources, published, seedFiles);
  if (refusal) return { kind: 'REFUSED', why: refusal };
  const isOld = (source: string) => sources.includes(source);
  const held = heldFacts(model, map.type, of, isOld);
  if (held.records.size + held.facts.size === 0)
    return { kind: 'REFUSED', why: refuseUnknown(mapped, sources) };
  const onHand = readOnHand(model, result.written.records);
  const all = readList(model, mapped, onHand);
  if (all.questions.some(({ about: { kind } }) => kind.startsWith('HEADING_'))) {
    const proposed = propose(model, mapped, all, [], files);
    const nothing = { changes: undefined, amended: undefined, lastDay: undefined, refused: undefined };
    return { kind: 'EDITION', map, proposed, ...nothing };
  }
  const ending = fieldsOfList(model, map);
  const lastDay = lastDayBefore(published);
  const isWhole = map.extent === 'WHOLE' && lastDay !== undefined;
  const members = membersOf(held, ending, lastDay);
  const certain = askRenamed(mapped, all, onHand, members);
  const read = isWhole ? askAlike(mapped, certain, onHand, members, held) : certain;
  const listed = isWhole
    ? read.records.map((record) => continueFacts(model, record, held, lastDay))
    : read.records;
  const changes = compareEditions(model, {
    ...{ held, listed, ending, lastDay, isOld },
    stated: statedIn(model, mapped, listed, files),
    inDoubt: inDoubt(read.questions),
    extent: map.extent,
  });
  const amendments = amendmentsOf(map.source.text, changes, lastDay);
  const amended = amendSeeds(model, files, result, amendments);
  const evidence = { source: map.source.text, locator: locatorIn(mapped, WHOLE_TABLE) };
  const ends = changes.ended.map((fact) => ({ rows: [endingRow(model, fact, lastDay ?? 0, evidence)] }));
  const texts = 'files' in amended ? amended.files : files;
  const proposed = propose(model, mapped, read, [...listed, ...ends], texts);
  return {
    ...{ kind: 'EDITION', map, changes, lastDay },
    proposed:
      'faults' in amended
        ? { ...proposed, diagnostics: [...amended.faults, ...proposed.diagnostics] }
        : proposed,
    amended: 'files' in amended ? amended : undefined,
    refused: yesWhole ? undefined : refuseRemoved(mapped, changes),
  };
}

/** What the rows of a new edition state, read as seeds are. */
function statedIn(
  model: Model,
  { map, name }: MappedList,
  listed: readonly ListedRecord[],
  files: readonly OpenFile[],
): HeldFacts {
  if (listed.length === 0) return { facts: new Map(), records: new Set() };
  const { facts } = readBeside(model, name, seedTable(listed), files).written;
  const parts = {
    nodes: facts.nodes.map(({ value }) => value),
    relationships: facts.relationships.map(({ value }) => value),
  };
  return heldFacts(model, map.type, parts, (source) => source === map.source.text);
}

/**
 * Asks whether a new record is one of the old edition by a new name. What the list gives another name for by itself, by a
 * number or in brackets, is no question here: it is shown as a change.
 */
function askRenamed(
  { map }: MappedList,
  { records, questions }: ReadList,
  onHand: OnHand,
  members: ReadonlySet<string>,
): ReadList {
  const present = new Set(records.map(({ id }) => id));
  const heading = headingOfNames(map);
  const asked = records.flatMap(({ isNew, name, row }): readonly Question[] => {
    if (!isNew || map.names.get(name) === NEW) return [];
    const likely = onHand
      .findName(name, [map.type.name])
      .likely.filter(
        ({ id, judgement }) => members.has(id) && !present.has(id) && judgement.score >= LEAST_ALIKE,
      );
    return likely.length === 0
      ? []
      : [{ row, heading, text: name, about: { kind: 'NAME_DOUBTFUL', likely } }];
  });
  return withQuestions(
    { records, questions: questions.filter(({ about }) => about.kind !== 'RENAMED') },
    asked,
  );
}

/** Asks whether a new name that is somewhat like one that the list no longer has is that one's. */
function askAlike(
  { map }: MappedList,
  { records, questions }: ReadList,
  onHand: OnHand,
  members: ReadonlySet<string>,
  held: HeldFacts,
): ReadList {
  const [present, doubtful] = [new Set(records.map(({ id }) => id)), inDoubt(questions)];
  const pairs = alikePairs({
    ...{ type: map.type.name, held, onHand, listed: records },
    added: records.filter(({ isNew, name }) => isNew && map.names.get(name) !== NEW),
    gone: [...members].filter((id) => !present.has(id) && !doubtful.has(id)),
  });
  const heading = headingOfNames(map);
  const asked = pairs.map(({ gone: id, added: { row, name }, shared }): Question => {
    const before = onHand.stated(id, 'name')[0] ?? '';
    return { row, heading, text: name, about: { kind: 'MAY_BE_RENAMED', id, before, shared } };
  });
  return withQuestions({ records, questions }, asked);
}

/** The name's heading in the list. */
function headingOfNames({ columns }: MappedList['map']): string | undefined {
  return columns.find(({ to }) => typeof to !== 'string' && to.name === 'name')?.heading;
}

/** More questions, by row; the records of their rows are left out until they are answered. */
function withQuestions({ records, questions }: ReadList, asked: readonly Question[]): ReadList {
  const rows = new Set(asked.map(({ row }) => row));
  return {
    records: records.filter(({ row }) => !rows.has(row)),
    questions: [...questions, ...asked].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}

/** The records that rows in doubt may be about. */
function inDoubt(questions: readonly Question[]): ReadonlySet<string> {
  return new Set(
    questions.flatMap(({ about }) =>
      about.kind === 'NAME_DOUBTFUL' || about.kind === 'ANSWER_UNKNOWN'
        ? about.likely.map(({ id }) => id)
        : about.kind === 'MAY_BE_RENAMED'
          ? [about.id]
          : [],
    ),
  );
}

function amendmentsOf(
  source: string,
  { ended, renamed }: EditionChanges,
  lastDay: number | undefined,
): readonly Amendment[] {
  const validTo = dayText(lastDay ?? 0);
  const ends = ended.map(({ owner, field, key }): Amendment => {
    return { kind: 'END', record: owner, field: field.name, fact: key, validTo };
  });
  const names = renamed.map(({ id, name, locator }): Amendment => {
    return { kind: 'NAME', record: id, name, evidence: { source, locator } };
  });
  return [...ends, ...names];
}
