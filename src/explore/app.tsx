/** The frame of all views: search, the day, language and theme; below them the view itself. */

import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { withParameters } from '../views/address.ts';
import { say } from '../views/messages.ts';
import { graphQuestion } from '../views/questions.ts';
import { listedType } from '../views/type-list.ts';
import { useAnswer } from './ask.ts';
import { ChainView } from './chain-view.tsx';
import { ChangesView } from './changes-view.tsx';
import { CompareView } from './compare-view.tsx';
import { DatasetView } from './data-view.tsx';
import { DayInput } from './day-input.tsx';
import { EntityView } from './entity-view.tsx';
import { FirmView } from './firm-view.tsx';
import { HomeView } from './home-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { PathView } from './path-view.tsx';
import { RevisionNote } from './revision-note.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchView } from './search-view.tsx';
import { address, chooseTheme, go, language, pathTo, t, theme, vocabulary } from './state.ts';
import { SupportView } from './support-view.tsx';
import { TargetsView } from './targets-view.tsx';
import { TypeList } from './type-list.tsx';

/** The whole page. */
export function App() {
  useSignalEffect(() => {
    document.documentElement.lang = language.value === 'ZH' ? 'zh-CN' : 'en';
  });
  const { data } = useAnswer(graphQuestion());
  const graph = data?.graph;
  return (
    <>
      <a class="skip" href="#main">
        {t('跳到正文', 'Skip to content')}
      </a>
      <header class="top">
        <a class="brand" href={pathTo('home')}>
          {graph?.dataset.name ?? '…'}
        </a>
        <SearchBox />
        <nav aria-label={t('视图', 'Views')}>
          {NAMED_IN_HEADER.map((view) => (
            <NavLink key={view} view={view} />
          ))}
        </nav>
        <DayInput today={graph?.today} newest={graph?.revision} />
        <div class="switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <RevisionNote newest={graph?.revision} />
        <View key={address.value.view} />
      </main>
      <footer class="bottom">
        {graph ? (
          <p>
            {t('版本', 'Revision')} {graph.revision} · {graph.dataset.licence} ·{' '}
            {t(`${graph.dataset.sourceCount} 个来源`, `${graph.dataset.sourceCount} sources`)}
          </p>
        ) : null}
        <p>
          <a href="/graphql">GraphiQL</a> <a href="/schema.graphql">{t('接口定义', 'Schema')}</a>{' '}
          {graph?.browserUrl ? (
            <a href={graph.browserUrl} target="_blank" rel="noopener noreferrer">
              Neo4j Browser
            </a>
          ) : null}
        </p>
      </footer>
    </>
  );
}

function View() {
  switch (address.value.view) {
    case 'id':
      return <EntityView key={address.value.id} id={address.value.id ?? ''} />;
    case 'support':
      return <SupportView />;
    case 'matrix':
      return <MatrixView />;
    case 'chain':
      return <ChainView />;
    case 'compare':
      return <CompareView />;
    case 'path':
      return <PathView />;
    case 'data':
      return <DatasetView />;
    case 'firm':
      return <FirmView key={address.value.parameters.firm} />;
    case 'changes':
      return <ChangesView />;
    case 'targets':
      return <TargetsView />;
    case 'search':
      return <Found />;
    default:
      return <HomeView />;
  }
}

/** What a name finds; without a name, all records of a type. */
function Found() {
  const type = listedType(vocabulary, address.value);
  return type ? <TypeList key={type.name} type={type} /> : <SearchView />;
}

/** The views that the header names, in the order in which people need them. */
const NAMED_IN_HEADER = [
  'support',
  'matrix',
  'firm',
  'targets',
  'changes',
  'chain',
  'compare',
  'path',
  'data',
] as const;

/** A link to a view, which keeps the industry and the place that are asked about. */
function NavLink({ view }: { readonly view: (typeof NAMED_IN_HEADER)[number] }) {
  const { industry, place } = address.value.parameters;
  const isCurrent = address.value.view === view;
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the later ones are out of sight.
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isCurrent]);
  return (
    <a ref={link} href={pathTo(view, { industry, place })} aria-current={isCurrent ? 'page' : undefined}>
      {say(language.value, view)}
    </a>
  );
}

function LanguageSwitch() {
  const other = language.value === 'ZH' ? 'en' : 'zh';
  return (
    <button
      type="button"
      lang={other}
      title={t('English', '中文')}
      onClick={() => go(withParameters(address.value, { lang: other }), true)}
    >
      {t('EN', '中文')}
    </button>
  );
}

function ThemeSwitch() {
  const isDark =
    theme.value === 'dark' || (theme.value === '' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <button type="button" aria-pressed={isDark} onClick={() => chooseTheme(isDark ? 'light' : 'dark')}>
      {isDark ? t('浅色', 'Light') : t('深色', 'Dark')}
    </button>
  );
}
