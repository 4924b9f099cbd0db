/** The records on hand by all they go by: which of them a name of a list means, judged as `resolve` judges. */

import { concreteTypes, type Model } from '../model/model.ts';
import { foldText } from '../model/text/fold-text.ts';
import { type AskedName, readAsked } from '../questions/resolve/asked-name.ts';
import { type Candidate, type CandidateText, judgeCandidate } from '../questions/resolve/judge-candidate.ts';
import type { Judgement } from '../questions/resolve/judgement.ts';
import { nameKindOf } from '../questions/resolve/name-kind.ts';
import { placeNames } from '../questions/resolve/place-names.ts';
import { openTakeApart } from '../questions/resolve/shape-name.ts';
import type { SeedRecord } from '../seeds/written/list-records.ts';
import { statedTexts } from '../seeds/written/stated-texts.ts';
import { characterPairs } from './character-pairs.ts';

/** A record that a name may mean. */
export interface Likely {
  readonly id: string;
  readonly judgement: Judgement;
}

/** Whom a name means. */
export interface Meant {
  /** The one record that it names for sure. */
  readonly sure: string | undefined;
  /** The records that it may mean, the likeliest first. */
  readonly likely: readonly Likely[];
}

/** Looks for a name among the records of some node types. */
export type FindName = (name: string, types: readonly string[]) => Meant;

/** From here on names are the same but for how they are written. */
const SAME_BUT_WRITTEN = 0.8;
/** How far the next candidate is behind where the first is sure. */
const AHEAD = 0.1;
/** Candidates judged for one name: those that share most pairs of characters with it. */
const MOST_JUDGED = 40;
/** A pair of characters that more records have is looked up only where no rarer one is shared. */
const COMMON = 1000;
/** Candidates shown of a doubtful name. */
const MOST_SHOWN = 3;

const FIELDS: readonly CandidateText['field'][] = ['name', 'nameEn', 'number', 'aliases'];

/** Reads the names of all records once. */
export function knownNames(model: Model, records: readonly SeedRecord[]): FindName {
  const all = records.flatMap((record) => (record.id === undefined ? [] : [candidateOf(record.id, record)]));
  const places = new Set(concreteTypes(model, 'Place'));
  const takeApart = openTakeApart(
    placeNames(
      all
        .filter(({ nodeType }) => places.has(nodeType))
        .map(({ id, nodeType, texts }) => ({
          ...{ id, isRegion: nameKindOf(nodeType).isRegion },
          names: texts.map(({ text }) => text),
        })),
    ),
  );
  const byPair = new Map<string, Candidate[]>();
  for (const candidate of all) {
    for (const pair of new Set(candidate.texts.flatMap(({ text }) => pairsOfName(text)))) {
      const same = byPair.get(pair);
      if (same) same.push(candidate);
      else byPair.set(pair, [candidate]);
    }
  }
  return (name, types) => {
    const asked = readAsked(name);
    const likely = nearest(asked, byPair, new Set(types))
      .flatMap((candidate): readonly Likely[] => {
        const judgement = judgeCandidate(asked, candidate, takeApart);
        return judgement ? [{ id: candidate.id, judgement }] : [];
      })
      .sort((a, b) => b.judgement.score - a.judgement.score || (a.id < b.id ? -1 : 1));
    return meantOf(likely);
  };
}

function meantOf(likely: readonly Likely[]): Meant {
  const [first, second] = likely;
  if (!first) return { sure: undefined, likely };
  const isAhead = first.judgement.score - (second?.judgement.score ?? 0) >= AHEAD;
  const differs = first.judgement.notes.some(({ kind }) => kind.startsWith('OTHER_') || kind === 'EDITS');
  const isSure = first.judgement.score >= SAME_BUT_WRITTEN && isAhead && !differs;
  return { sure: isSure ? first.id : undefined, likely: likely.slice(0, MOST_SHOWN) };
}

function candidateOf(id: string, { type, map }: SeedRecord): Candidate {
  const texts = FIELDS.flatMap((field) => statedTexts(map, field).map(({ text }) => ({ field, text })));
  return { id, nodeType: type.name, texts };
}

/** The candidates that share most with a name. */
function nearest(
  asked: AskedName,
  byPair: ReadonlyMap<string, readonly Candidate[]>,
  types: ReadonlySet<string>,
): readonly Candidate[] {
  const shared = new Map<Candidate, number>();
  const pairs = [...new Set(asked.texts.flatMap(pairsOfName))].map((pair) => byPair.get(pair) ?? []);
  for (const having of pairs.sort((a, b) => a.length - b.length)) {
    // Rarer pairs come first: where they found a record, one that thousands have decides nothing.
    if (having.length > COMMON && shared.size > 0) break;
    for (const candidate of having) {
      if (types.has(candidate.nodeType))
        shared.set(candidate, (shared.get(candidate) ?? 0) + weightOf(having));
    }
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_JUDGED)
    .map(([candidate]) => candidate);
}

/** A pair that many records have, as 有限, says little. */
function weightOf(having: readonly Candidate[] = []): number {
  return 1 / having.length;
}

function pairsOfName(text: string): readonly string[] {
  return characterPairs(foldText(text).replace(/[\p{P}\p{S}\s]/gu, ''));
}
