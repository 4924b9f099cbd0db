/** Chooses any entity by its name: hits are buttons below the box, with what distinguishes those of one name. */

import { useEffect, useId, useState } from 'preact/hooks';
import { addressFrom } from '../views/address.ts';
import { searchQuestion } from '../views/questions.ts';
import { contextOf } from '../views/search-hits.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { EntityLink, TypeTag, typeNameOf } from './parts.tsx';
import { address, language, t, vocabulary } from './state.ts';

const PAUSE = 140;
const SHOWN = 8;

/** The chosen entity with a way to choose another, or the box. */
export function EntityPicker({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: Named | undefined;
  /** Takes the id; undefined to choose again. */
  readonly onChoose: (id: string | undefined) => void;
}) {
  if (!chosen) return <Picker label={label} onChoose={onChoose} />;
  return (
    <div class="picker">
      <span class="picker-label">{label}</span>
      <span class="picked-entity">
        <TypeTag type={typeNameOf(chosen)} /> <EntityLink entity={chosen} />{' '}
        <button type="button" onClick={() => onChoose(undefined)}>
          {t('换一个', 'Change')}
          <span class="hidden"> {label}</span>
        </button>
      </span>
    </div>
  );
}

function Picker({ label, onChoose }: { readonly label: string; readonly onChoose: (id: string) => void }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const state = addressFrom(address.value, 'search', { q: asked });
  const { data, isLoading } = useAnswer(asked === '' ? undefined : searchQuestion(state, SHOWN));
  const hits = asked === '' ? [] : (data?.search.nodes ?? []);
  return (
    <div class="picker">
      <label class="picker-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={t('名称、拼音或首字母', 'Name, pinyin or initials')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ul class="picker-hits">
        {hits.map((hit) => (
          <li key={hit.entity.id}>
            <button type="button" onClick={() => onChoose(hit.entity.id)}>
              <TypeTag type={hit.entity.__typename} /> {plainName(hit.entity, language.value)}
              <span class="context">{contextOf(vocabulary, hit, language.value)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="note" aria-live="polite">
        {asked === '' || isLoading
          ? ''
          : hits.length === 0
            ? t('没有匹配的名称', 'No name matches')
            : t(`${hits.length} 项，选一项`, `${hits.length} hits, choose one`)}
      </p>
    </div>
  );
}
