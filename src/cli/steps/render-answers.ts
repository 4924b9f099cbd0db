/** Answers that an apply changed, as people and machines read them: by place. */

import { withList } from '../../plan/apply-refused.ts';
import { type Answer, type AnswerChanges, type ChangedAnswer, MOST_ANSWERS } from './watch-answers.ts';

/** The answers that came, went and changed: all, or those in one place. */
type Told = Pick<AnswerChanges, 'added' | 'removed' | 'changed'>;

interface PlaceChanges extends Told {
  readonly place: string;
  readonly name: string;
}

/** As one value: how many answers were touched before and after, and which came, went and changed in each place. */
export function answersJson(changes: AnswerChanges | undefined) {
  if (!changes) return null;
  const named = ({ policy, cluster }: Answer) => ({
    policy: policy.id,
    policyName: policy.name,
    cluster: cluster.id,
    clusterName: cluster.name,
  });
  const told = (answer: Answer) => ({
    ...named(answer),
    scope: answer.scope,
    modality: answer.modality,
  });
  return {
    before: changes.before ?? null,
    after: changes.after ?? null,
    byPlace: byPlace(changes).map(({ place, name, added, removed, changed }) => ({
      place,
      name,
      added: added.map(told),
      removed: removed.map(told),
      changed: changed.map(({ before, after }) => ({
        ...named(after),
        scope: [before.scope, after.scope],
        modality: [before.modality, after.modality],
      })),
    })),
    complete: changes.before !== undefined,
  };
}

/** In lines: `+2 −1 ~1 answers in 张江科学城`, and under each place which. */
export function renderAnswers(changes: AnswerChanges | undefined): string | undefined {
  if (!changes) return 'Answers of support: whatever it answers is new, there was no graph before.';
  if (changes.before === undefined)
    return `Answers of support: more than ${MOST_ANSWERS} are touched, so none is listed; ask support what it answers now.`;
  if (sizeOf(changes) === 0)
    return changes.before === 0
      ? undefined
      : `Answers of support: none of the ${changes.before} touched changed.`;
  const line = (sign: string, { policy, cluster }: Answer) =>
    `  ${sign} ${policy.name} → ${cluster.name}  (${policy.id} → ${cluster.id})`;
  const lines = byPlace(changes).flatMap((each) => [
    `${count(each)} in ${each.name}  (${each.place})`,
    ...each.added.map((answer) => line('+', answer)),
    ...each.removed.map((answer) => line('−', answer)),
    ...each.changed.map((answer) => `${line('~', answer.after)}: ${difference(answer)}`),
  ]);
  return withList(`Answers of support: ${count(changes)}`, lines);
}

function difference({ before, after }: ChangedAnswer): string {
  return (['scope', 'modality'] as const)
    .flatMap((what) => (before[what] === after[what] ? [] : [`${before[what]} → ${after[what]}`]))
    .join(', ');
}

function sizeOf({ added, removed, changed }: Told): number {
  return added.length + removed.length + changed.length;
}

function count(told: Told): string {
  const counts = [
    ...(told.added.length > 0 ? [`+${told.added.length}`] : []),
    ...(told.removed.length > 0 ? [`−${told.removed.length}`] : []),
    ...(told.changed.length > 0 ? [`~${told.changed.length}`] : []),
  ];
  return `${counts.join(' ')} ${sizeOf(told) === 1 ? 'answer' : 'answers'}`;
}

function byPlace({ added, removed, changed }: AnswerChanges): readonly PlaceChanges[] {
  const now = changed.map(({ after }) => after);
  const places = new Map([...removed, ...now, ...added].map(({ place }) => [place.id, place.name]));
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, name]) => ({
      place,
      name,
      added: added.filter((answer) => answer.place.id === place),
      removed: removed.filter((answer) => answer.place.id === place),
      changed: changed.filter(({ after }) => after.place.id === place),
    }));
}
