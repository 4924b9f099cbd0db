/** All targets as one picture: where each row is, and its words in lines. A target without any figure is in the table alone. */

import { type BarLayout, layOutBar } from './bar-layout.ts';
import { wrap } from './proof-layout.ts';
import {
  byPolicy,
  dueWords,
  type Progress,
  percent,
  reachedWords,
  targetName,
  wantedWords,
} from './targets.ts';
import type { ViewState } from './view-state.ts';
import { enumWords, plainName } from './vocabulary.ts';

/** The columns, in pixels: names, bars, words. */
export const COLUMNS = { name: 0, bar: 262, barWidth: 360, words: 640, width: 1000 } as const;

/** The lines of the two columns of words: how many Chinese characters each takes, and how many lines at most. */
const NAME = { characters: 18, lines: 3, height: 17 } as const;
const WORDS = { characters: 30, lines: 4, height: 16 } as const;
const HEAD = 34;
const GAP = 14;
const LEAST = 46;

/** The row of a target. */
export interface TargetRow {
  readonly progress: Progress;
  /** From the top of the picture. */
  readonly top: number;
  readonly name: readonly string[];
  /** Its state and how much of it was reached. */
  readonly state: string;
  /** What is wanted and what was reached, or why the two cannot be compared. */
  readonly words: readonly string[];
  /** Undefined where nothing decides: then the track is empty. */
  readonly bar: BarLayout | undefined;
}

/** The targets of one policy. */
export interface TargetRows {
  readonly key: string;
  readonly title: string;
  readonly top: number;
  readonly rows: readonly TargetRow[];
}

/** The picture; empty where no target of that state has a figure. */
export interface TargetsPicture {
  readonly groups: readonly TargetRows[];
  readonly height: number;
}

/** Lays out the targets of a state, or of all, in the order of the list below the picture. */
export function layOutTargets(
  nodes: readonly Progress[],
  chosen: string | undefined,
  state: ViewState,
): TargetsPicture {
  let top = 0;
  const groups = byPolicy(nodes, chosen).flatMap(([policy, own]): readonly TargetRows[] => {
    const drawn = own.filter((each) => each.state !== 'NOT_MEASURED');
    if (drawn.length === 0) return [];
    const at = top;
    top += HEAD;
    const rows = drawn.map((progress): TargetRow => {
      const row = rowOf(progress, state, top);
      const lines = Math.max(row.name.length * NAME.height, NAME.height + row.words.length * WORDS.height);
      top += Math.max(lines + GAP, LEAST);
      return row;
    });
    top += GAP / 2;
    const title = policy ? plainName(policy, state.language) : '';
    return [{ key: policy?.id ?? '', title: wrap(title, 74, 1)[0] ?? '', top: at, rows }];
  });
  return { groups, height: top };
}

function rowOf(progress: Progress, state: ViewState, top: number): TargetRow {
  const { target, latest, baseline, line, ratio, refusal } = progress;
  const { vocabulary, language } = state;
  const isChinese = language === 'ZH';
  const reached = reachedWords(progress, state);
  const hedge = enumWords(vocabulary, 'Modality', target.modality, language);
  const amount = wantedWords(progress, state);
  const wanted = [
    `${isChinese ? '目标 ' : 'target '}${amount}`,
    dueWords(target.due, language),
    // As printed, a target says itself how firm it is.
    ...(target.modality === 'STATED' || amount.includes(hedge) ? [] : [hedge]),
  ].join(isChinese ? '，' : ', ');
  const words = [wanted, refusal ?? (reached && `${isChinese ? '现有 ' : 'reached '}${reached}`)].filter(
    Boolean,
  );
  const name = enumWords(vocabulary, 'ProgressState', progress.state, language);
  return {
    progress,
    top,
    name: wrap(targetName(progress, language), NAME.characters, NAME.lines),
    state: ratio === null ? name : `${name} ${percent(ratio)}`,
    words: words.flatMap((each) => wrap(each ?? '', WORDS.characters, WORDS.lines)),
    bar:
      ratio === null
        ? undefined
        : layOutBar(
            {
              value: target.value,
              valueMax: target.valueMax,
              latest,
              baseline: baseline?.value,
              line: line ?? undefined,
            },
            COLUMNS.barWidth,
          ),
  };
}
