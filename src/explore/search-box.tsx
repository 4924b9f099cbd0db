/** The one search box: as one types, the best hits in groups, by keyboard alone. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { addressFrom } from '../views/address.ts';
import { searchQuestion } from '../views/questions.ts';
import { byType, contextOf, type Hit } from '../views/search-hits.ts';
import { plainName, typeWords } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { colourOf } from './parts.tsx';
import { address, go, language, t, vocabulary } from './state.ts';
import './search.css';

const PAUSE = 140;
const SHOWN = 12;

/** The box; `/` focuses it. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => focusOnSlash(input), []);
  const state = addressFrom(address.value, 'search', { q: asked });
  const { data, isLoading } = useAnswer(asked === '' ? undefined : searchQuestion(state, SHOWN));
  const groups = byType(asked === '' ? [] : (data?.search.nodes ?? []));
  const hits = groups.flatMap(([, each]) => each);
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const open = (hit: Hit | undefined) => {
    close();
    input.current?.blur();
    if (hit) go(addressFrom(address.value, 'id', {}, hit.entity.id));
    else if (text.trim() !== '') go(addressFrom(address.value, 'search', { q: text.trim() }));
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') return close();
    if (event.key === 'Enter') return open(hits[active]);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || hits.length === 0) return;
    event.preventDefault();
    setOpen(true);
    setActive(
      (active + step + hits.length + 1) % (hits.length + 1) === hits.length
        ? -1
        : Math.max(-1, active + step),
    );
  };
  const isShown = isOpen && asked !== '';
  return (
    <search class="search">
      <input
        ref={input}
        type="text"
        // biome-ignore lint/a11y/noRedundantRoles: it is implied only where there is a datalist
        role="combobox"
        list={undefined}
        aria-label={t('检索', 'Search')}
        aria-expanded={isShown}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `hit-${active}` : undefined}
        autocomplete="off"
        placeholder={t('名称、文号、拼音或首字母（按 / 键）', 'Name, number, pinyin or initials (press /)')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(close, 200)}
        onKeyDown={onKeyDown}
      />
      <div class="hits" id="hits" role="listbox" aria-label={t('检索结果', 'Results')} hidden={!isShown}>
        {groups.map(([type, group]) => (
          // biome-ignore lint/a11y/useSemanticElements: the groups of a listbox have this role
          <div role="group" aria-label={typeWords(vocabulary, type, language.value)} key={type}>
            <p class="group" aria-hidden="true">
              <span class="dot" style={{ background: colourOf(type) }} />{' '}
              {typeWords(vocabulary, type, language.value)}
            </p>
            {group.map((hit) => (
              <HitOption
                key={hit.entity.id}
                hit={hit}
                at={hits.indexOf(hit)}
                isActive={hits[active] === hit}
                onChoose={open}
              />
            ))}
          </div>
        ))}
        {hits.length === 0 ? (
          <p class="note">
            {isLoading ? t('正在查找…', 'Looking …') : t('没有匹配的名称', 'No name matches')}
          </p>
        ) : null}
      </div>
      <span class="hidden" aria-live="polite">
        {isShown && !isLoading ? t(`${hits.length} 项结果`, `${hits.length} results`) : ''}
      </span>
    </search>
  );
}

function HitOption({
  hit,
  at,
  isActive,
  onChoose,
}: {
  readonly hit: Hit;
  readonly at: number;
  readonly isActive: boolean;
  readonly onChoose: (hit: Hit) => void;
}) {
  const name = plainName(hit.entity, language.value);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
    <div role="option" id={`hit-${at}`} aria-selected={isActive} class="hit" onClick={() => onChoose(hit)}>
      <span class="name">{name}</span>
      {hit.matched === name ? null : <span class="matched">{hit.matched}</span>}
      <span class="context">{contextOf(vocabulary, hit, language.value)}</span>
    </div>
  );
}

/** `/` goes to the box, unless one is writing somewhere else. */
function focusOnSlash(input: { readonly current: HTMLInputElement | null }): () => void {
  const onKey = (event: KeyboardEvent) => {
    const isWriting = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.current?.focus();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
