/** Random histories of a small graph: applies, manual edits, and commits that do not concern its facts. */

import fc, { type Scheduler } from 'fast-check';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import type { Ground } from '../../src/rules/ground.ts';
import { model } from '../graph-fixture.ts';
import { graph } from '../oracle/build-dataset.ts';
import { groundOfDataset } from '../rules/ground-of-dataset.ts';
import type { RememberedGraph, State } from './remembered-graph.ts';

const BASE = 'p1 SUPPORTS c1; c1 LOCATED_IN z1; p1 APPLIES_IN z1';
/** What a graph may hold. The last two differ by a name alone, so that their grounds are equal. */
const CONTENTS = [
  BASE,
  `${BASE}; p2 SUPPORTS c1; p2 APPLIES_IN z1`,
  `${BASE}; c1 LOCATED_IN z2`,
  'p2 SUPPORTS c1; c1 LOCATED_IN z1; p2 APPLIES_IN z1',
  `${BASE}; z1 WITHIN z3`,
  `${BASE}; z1 WITHIN z3; z1: name other`,
].map((text, content) => {
  const dataset = deriveFacts(model, graph(text));
  const formerIds = content < 3 ? [] : [['policy:old', `policy:p${content}`] as const];
  return { dataset, formerIds, ground: groundOfDataset(model, dataset) };
});

/** A commit: of an apply, which makes a revision; of a manual edit; or of what the rules do not read. */
export interface RandomCommit {
  readonly by: 'apply' | 'edit' | 'note';
  readonly content: number;
  /** How many turns pass before it: the scheduler would otherwise choose to commit all before the first answer. */
  readonly pause: number;
}

const pause = fc.nat(16);

/** Commits of some kinds, one after the other; many bring back what was there before, as an undo does. */
export const randomCommits = (...by: readonly RandomCommit['by'][]): fc.Arbitrary<readonly RandomCommit[]> =>
  fc.array(
    fc.record({
      by: fc.constantFrom(...by),
      content: fc.constantFrom(0, 0, 0, 1, 1, ...CONTENTS.keys()),
      pause,
    }),
    { maxLength: 6 },
  );

/** Commits of which none brings back what was there before. */
export const everNewCommits: fc.Arbitrary<readonly RandomCommit[]> = fc
  .array(fc.record({ by: fc.constantFrom<RandomCommit['by']>('apply', 'edit', 'note'), pause }), {
    maxLength: CONTENTS.length - 1,
  })
  .map((all) => all.map((commit, at) => ({ ...commit, content: at + 1 })));

function stateOf(revision: number, content: number): State {
  const { dataset, formerIds } = CONTENTS[content] ?? CONTENTS[0] ?? { dataset: graph(BASE), formerIds: [] };
  return { dataset, formerIds, revision };
}

/** The state in which each history begins. */
export const FIRST_STATE: State = stateOf(1, 0);
/** A state of the next revision with more facts. */
export const LARGER_STATE: State = stateOf(2, 1);

/** The ground of a state, as it is built without a graph. */
export function groundOf({ dataset }: State): Ground | undefined {
  return CONTENTS.find((each) => each.dataset === dataset)?.ground;
}

/** Lets commits happen, one after the other, whenever the scheduler chooses. */
export function scheduleCommits(
  scheduler: Scheduler,
  { states, commit }: RememberedGraph,
  commits: readonly RandomCommit[],
): Promise<unknown> {
  const { task } = scheduler.scheduleSequence(
    commits.flatMap(({ by, content, pause }) => [
      ...Array.from({ length: pause }, () => ({ label: 'pause', builder: async () => undefined })),
      {
        label: by,
        builder: async () => {
          const last = states.at(-1) ?? FIRST_STATE;
          const { dataset, formerIds } = stateOf(last.revision, content);
          if (by === 'note') commit({ ...last });
          else if (by === 'edit') commit({ ...last, dataset });
          else commit({ dataset, formerIds, revision: last.revision + 1 });
        },
      },
    ]),
  );
  return task;
}
