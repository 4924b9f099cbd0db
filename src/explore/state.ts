/** What the page shows: its address, and the language and theme it shows it in. */

import packed from 'virtual:vocabulary';
import { computed, signal } from '@preact/signals';
import type { Language } from '../model/language.ts';
import {
  type Address,
  addressFrom,
  languageIn,
  readAddress,
  type ViewName,
  withParameters,
  writeAddress,
} from '../views/address.ts';
import type { ViewState } from '../views/view-state.ts';
import { unpackVocabulary } from '../views/vocabulary.ts';

/** What the schema declares. */
export const vocabulary = unpackVocabulary(packed);

const HOME: Address = { view: 'home', id: undefined, parameters: {} };

/** The state of the view that is looked at. */
export const address = signal<Address>(addressHere());

const begun = { path: writeAddress(address.value), heading: document.querySelector('h1')?.textContent };

/** What the server called the page that was opened, until its own answer is there. */
export function servedHeading(): string | undefined {
  return writeAddress(address.value) === begun.path ? (begun.heading ?? undefined) : undefined;
}

/** What the reader prefers, as the server read it from the browser. */
const preferred: Language = document.documentElement.lang === 'en' ? 'EN' : 'ZH';

/** What the address keeps from the server: what a reader says of a firm. */
export const fragment = signal(location.hash.slice(1));

/** The language of all words. */
export const language = computed<Language>(() => languageIn(address.value) ?? preferred);

/** One of two texts, in the language of the page. */
export function t(zh: string, en: string): string {
  return language.value === 'ZH' ? zh : en;
}

/** The view that is looked at, as views read it. */
export function viewState(): ViewState {
  return { vocabulary, address: address.value, language: language.value };
}

/** Goes to another state; the one before stays in the history unless it is only refined. */
export function go(next: Address, isRefined = false): void {
  const path = writeAddress(next);
  if (path === writeAddress(address.value)) return;
  // What is said of a firm goes with that firm alone.
  const isSameFirm =
    next.view === address.value.view && next.parameters.firm === address.value.parameters.firm;
  show(`${path}${isSameFirm ? location.hash : ''}`, isRefined);
  isArriving = next.view !== address.value.view || next.id !== address.value.id;
  if (isArriving) scrollTo(0, 0);
  address.value = next;
}

/** Whether the view that is shown now was come to from another, asked once by its heading. */
let isArriving = false;

/** @see isArriving */
export function takeArrival(): boolean {
  const was = isArriving;
  isArriving = false;
  return was;
}

/** Keeps a text in the fragment of the address, and nowhere else. */
export function keepInFragment(text: string, isRefined = false): void {
  show(`${location.pathname}${location.search}${text ? `#${text}` : ''}`, isRefined);
}

/** Shows an address in the bar of the browser. */
function show(path: string, isRefined: boolean): void {
  if (isRefined) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  fragment.value = location.hash.slice(1);
}

/** Changes parameters of the present view. */
export function change(parameters: Readonly<Record<string, string | undefined>>, isRefined = false): void {
  go(withParameters(address.value, parameters), isRefined);
}

/** The path of a view that keeps day and language. */
export function pathTo(
  view: ViewName,
  parameters: Readonly<Record<string, string | undefined>> = {},
  id?: string,
): string {
  return writeAddress(addressFrom(address.value, view, parameters, id));
}

/** The path of an entity's page. */
export function pathOf(id: string): string {
  return pathTo('id', {}, id);
}

/** The path of the present view with other parameters. */
export function pathWith(parameters: Readonly<Record<string, string | undefined>>): string {
  return writeAddress(withParameters(address.value, parameters));
}

/** Follows links within the explorer without loading the page again, and the browser's own back and forward. */
export function followLinks(): void {
  addEventListener('popstate', () => {
    address.value = addressHere();
    fragment.value = location.hash.slice(1);
  });
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.download || link.origin !== location.origin) return;
    if (event.defaultPrevented) return;
    if (link.hash && link.pathname === location.pathname) {
      // There the fragment is what the reader entered: sections of the page are gone to without it.
      if (address.value.view !== 'firm') return;
      event.preventDefault();
      return document.getElementById(link.hash.slice(1))?.focus();
    }
    const requested = readAddress(link.pathname, link.search.slice(1));
    if (!requested || requested.form) return;
    event.preventDefault();
    go(requested.address);
    if (link.hash) showSection(link.hash.slice(1));
  });
}

/** How long a section of another page may take to appear. */
const SECTION_PATIENCE = 10_000;

/** Scrolls to a section of the page, as soon as it is there. */
function showSection(id: string): void {
  const show = () => {
    const section = document.getElementById(id);
    section?.scrollIntoView();
    return section !== null;
  };
  if (show()) return;
  const watch = new MutationObserver(() => {
    if (show()) watch.disconnect();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), SECTION_PATIENCE);
}

const THEME = 'theme';

/** Dark, light, or as the system has it. */
export const theme = signal<string>(localStorage.getItem(THEME) ?? '');

/** Changes the theme; it alone is remembered. */
export function chooseTheme(chosen: string): void {
  theme.value = chosen;
  if (chosen) localStorage.setItem(THEME, chosen);
  else localStorage.removeItem(THEME);
  showTheme();
}

/** Has the document show the chosen theme. */
export function showTheme(): void {
  if (theme.value) document.documentElement.dataset.theme = theme.value;
  else delete document.documentElement.dataset.theme;
}

function addressHere(): Address {
  return readAddress(location.pathname, location.search.slice(1))?.address ?? HOME;
}
