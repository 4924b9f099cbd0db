/** Answers that an apply changed, as people and machines read them: by place. */

import { withList } from '../plan/apply-refused.ts';
import { type Answer, type AnswerChanges, MOST_ANSWERS } from './watch-answers.ts';

interface PlaceChanges {
  readonly place: string;
  readonly name: string;
  readonly added: readonly Answer[];
  readonly removed: readonly Answer[];
}

/** As one value: how many answers were touched before and after, and which came and went in each place. */
export function answersJson(changes: AnswerChanges | undefined) {
  if (!changes) return null;
  const told = ({ policy, cluster }: Answer) => ({
    policy: policy.id,
    policyName: policy.name,
    cluster: cluster.id,
    clusterName: cluster.name,
  });
  return {
    before: changes.before ?? null,
    after: changes.after ?? null,
    byPlace: byPlace(changes).map(({ place, name, added, removed }) => ({
      place,
      name,
      added: added.map(told),
      removed: removed.map(told),
    })),
    complete: changes.before !== undefined,
  };
}

/** In lines: `+2 −1 answers in 张江科学城`, and under each place which. */
export function answersText(changes: AnswerChanges | undefined): string | undefined {
  if (!changes) return undefined;
  if (changes.before === undefined)
    return `Answers of support: more than ${MOST_ANSWERS} are touched, so none is listed; ask support what it answers now.`;
  if (changes.added.length + changes.removed.length === 0)
    return changes.before === 0
      ? undefined
      : `Answers of support: none of the ${changes.before} touched changed.`;
  const line = (sign: string, { policy, cluster }: Answer) =>
    `  ${sign} ${policy.name} → ${cluster.name}  (${policy.id} → ${cluster.id})`;
  const lines = byPlace(changes).flatMap(({ place, name, added, removed }) => [
    `${count(added, removed)} in ${name}  (${place})`,
    ...added.map((answer) => line('+', answer)),
    ...removed.map((answer) => line('−', answer)),
  ]);
  return withList(`Answers of support: ${count(changes.added, changes.removed)}`, lines);
}

function count(added: readonly Answer[], removed: readonly Answer[]): string {
  const counts = [
    ...(added.length > 0 ? [`+${added.length}`] : []),
    ...(removed.length > 0 ? [`−${removed.length}`] : []),
  ];
  return `${counts.join(' ')} ${added.length + removed.length === 1 ? 'answer' : 'answers'}`;
}

function byPlace({ added, removed }: AnswerChanges): readonly PlaceChanges[] {
  const places = new Map([...removed, ...added].map(({ place }) => [place.id, place.name]));
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, name]) => ({
      place,
      name,
      added: added.filter((answer) => answer.place.id === place),
      removed: removed.filter((answer) => answer.place.id === place),
    }));
}
