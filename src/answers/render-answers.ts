/** Answers that an apply changed, by place: as text and as JSON. */

import type { Part, Text } from '../diagnostics/text.ts';
import { withList } from '../plan/apply-refused.ts';
import { type Answer, type AnswerChanges, type ChangedAnswer, MOST_ANSWERS } from './watch-answers.ts';

/** The answers that were added, removed and changed: all, or those in one place. */
type Differences = Pick<AnswerChanges, 'added' | 'removed' | 'changed'>;

interface PlaceChanges extends Differences {
  readonly place: string;
  readonly name: string;
}

/** As one JSON value: how many answers were touched before and after, and which were added, removed and changed in each place. */
export function answersJson(changes: AnswerChanges | undefined) {
  if (!changes) return null;
  const named = ({ policy, cluster }: Answer) => ({
    policy: policy.id,
    policyName: policy.name,
    cluster: cluster.id,
    clusterName: cluster.name,
  });
  const withProof = (answer: Answer) => ({
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
      added: added.map(withProof),
      removed: removed.map(withProof),
      changed: changed.map(({ before, after }) => ({
        ...named(after),
        scope: [before.scope, after.scope],
        modality: [before.modality, after.modality],
      })),
    })),
    complete: changes.before !== undefined,
  };
}

/** As lines: `+2 −1 ~1 answers in 张江科学城`, and under each place which. */
export function renderAnswers(changes: AnswerChanges | undefined): Text | undefined {
  if (!changes)
    return {
      en: 'Answers of support: all are new, there was no graph before.',
      zh: '政策支持问答（support）：全部为新增，此前没有图谱。',
    };
  if (changes.before === undefined)
    return {
      en: `Answers of support: more than ${MOST_ANSWERS} are touched, so none is listed; ask support what it answers now.`,
      zh: `政策支持问答（support）：涉及 ${MOST_ANSWERS} 条以上，不逐条列出；现有答案可用 support 查询。`,
    };
  if (sizeOf(changes) === 0)
    return changes.before === 0
      ? undefined
      : {
          en: `Answers of support: none of the ${changes.before} touched changed.`,
          zh: `政策支持问答（support）：涉及 ${changes.before} 条，均无变化。`,
        };
  const line = (sign: string, { policy, cluster }: Answer) =>
    `  ${sign} ${policy.name} → ${cluster.name}  (${policy.id} → ${cluster.id})`;
  const lines = byPlace(changes).flatMap((each): readonly Part[] => {
    const counted = count(each);
    return [
      {
        en: `${counted.en} in ${each.name}  (${each.place})`,
        zh: `${each.name}：${counted.zh}（${each.place}）`,
      },
      ...each.added.map((answer) => line('+', answer)),
      ...each.removed.map((answer) => line('−', answer)),
      ...each.changed.map((answer) => `${line('~', answer.after)}: ${difference(answer)}`),
    ];
  });
  const total = count(changes);
  return withList(
    { en: `Answers of support: ${total.en}`, zh: `政策支持问答（support）的变化：${total.zh}` },
    lines,
  );
}

function difference({ before, after }: ChangedAnswer): string {
  return (['scope', 'modality'] as const)
    .flatMap((what) => (before[what] === after[what] ? [] : [`${before[what]} → ${after[what]}`]))
    .join(', ');
}

function sizeOf({ added, removed, changed }: Differences): number {
  return added.length + removed.length + changed.length;
}

function count(changes: Differences): Text {
  const counts = [
    ...(changes.added.length > 0 ? [`+${changes.added.length}`] : []),
    ...(changes.removed.length > 0 ? [`−${changes.removed.length}`] : []),
    ...(changes.changed.length > 0 ? [`~${changes.changed.length}`] : []),
  ];
  const signed = counts.join(' ');
  const size = sizeOf(changes);
  return { en: `${signed} ${size === 1 ? 'answer' : 'answers'}`, zh: `${size} 条（${signed}）` };
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
