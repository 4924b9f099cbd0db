/** The main question as a sentence whose words can be changed: which policies support which clusters, where, when. */

import type { Language } from '../model/language.ts';
import type { AnswerTo } from '../views/operation.ts';
import { choicesQuestion } from '../views/questions.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { language, t } from './state.ts';

/** The words of the sentence; '' is all of them. */
export interface Words {
  readonly industry: string;
  readonly place: string;
}

/** The sentence; a changed word is taken at once. */
export function Sentence({
  words,
  day,
  onChange,
}: {
  readonly words: Words;
  readonly day: string;
  readonly onChange: (words: Words) => void;
}) {
  const { data } = useAnswer(choicesQuestion());
  const industries = (data?.industries.nodes ?? []).map((node) => ({
    id: node.id,
    name: plainName(node, language.value),
  }));
  const industry = (
    <Choose
      label={t('产业', 'industry')}
      value={words.industry}
      all={t('全部产业', 'all industries')}
      groups={[[t('产业', 'Industries'), industries]]}
      onChange={(chosen) => onChange({ ...words, industry: chosen })}
    />
  );
  const place = (
    <Choose
      label={t('区域', 'place')}
      value={words.place}
      all={t('所有区域', 'all places')}
      groups={placeChoices(data, language.value)}
      onChange={(chosen) => onChange({ ...words, place: chosen })}
    />
  );
  return (
    <p class="sentence">
      {language.value === 'ZH' ? (
        <>
          哪些政策支持 {industry} 的集群，在 {place}，于 <span class="word">{day}</span>？
        </>
      ) : (
        <>
          Which policies support clusters of {industry} in {place} on <span class="word">{day}</span>?
        </>
      )}
    </p>
  );
}

/** The places that can be chosen, regions first. */
export function placeChoices(
  data: AnswerTo<typeof choicesQuestion> | undefined,
  inLanguage: Language,
): readonly (readonly [string, readonly Choice[]])[] {
  const named = (nodes: readonly Named[] = []): readonly Choice[] =>
    nodes.map((node) => ({ id: node.id, name: plainName(node, inLanguage) }));
  return [
    [t('行政区划', 'Regions'), named(data?.regions.nodes)],
    [t('园区', 'Zones'), named(data?.zones.nodes)],
  ];
}

/** What can be put in a sentence. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A word of a sentence that can be changed. */
export function Choose({
  label,
  value,
  all,
  groups,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly all: string;
  readonly groups: readonly (readonly [string, readonly Choice[]])[];
  readonly onChange: (value: string) => void;
}) {
  const isKnown = value === '' || groups.some(([, choices]) => choices.some(({ id }) => id === value));
  return (
    <select
      class="word"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {isKnown ? null : <option value={value}>{value}</option>}
      {groups.map(([name, choices]) => (
        <optgroup key={name} label={name}>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
