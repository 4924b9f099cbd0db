/** Addresses of the explorer: every state of every view is one, short and readable. */

import type { Language } from '../model/language.ts';

/** The views, by the first part of their path. */
export const VIEWS = [
  'home',
  'id',
  'support',
  'matrix',
  'chain',
  'compare',
  'path',
  'data',
  'firm',
  'targets',
  'changes',
  'search',
] as const;
/** One of the views. */
export type ViewName = (typeof VIEWS)[number];

/** The forms a view can be had in; HTML is the page. */
export const FORMS = ['html', 'json', 'jsonld', 'csv', 'ics', 'atom'] as const;
/** One of them. */
export type Form = (typeof FORMS)[number];

/** The media types of the forms. */
export const MEDIA_TYPES: Readonly<Record<Form, string>> = {
  html: 'text/html',
  json: 'application/json',
  jsonld: 'application/ld+json',
  csv: 'text/csv',
  ics: 'text/calendar',
  atom: 'application/atom+xml',
};

/** What a view's address may name beside its path, in the order in which it is written. */
const PARAMETERS: Readonly<Record<ViewName, readonly string[]>> = {
  home: ['industry', 'place'],
  id: ['panel', 'revision'],
  support: [
    'policy',
    'industry',
    'cluster',
    'place',
    'instrument',
    'planned',
    'dropping',
    'proof',
    'revision',
  ],
  matrix: [
    'rows',
    'columns',
    'industry',
    'place',
    'planned',
    'row',
    'column',
    'policy',
    'hide',
    'turn',
    'sort',
    'revision',
  ],
  chain: ['industry', 'place', 'planned', 'segment', 'revision'],
  compare: ['places', 'planned', 'revision'],
  path: ['from', 'to', 'hops', 'revision'],
  data: [],
  search: ['q', 'type', 'after'],
  firm: ['firm', 'revision'],
  targets: ['policy', 'indicator', 'industry', 'place', 'state', 'revision'],
  changes: ['about', 'industry', 'place', 'type', 'since', 'within'],
};
/** What every address may name. */
const EVERYWHERE = ['validOn', 'lang'];

/** Whether a view can be asked as of an earlier revision. */
export function takesRevision(view: ViewName): boolean {
  return PARAMETERS[view].includes('revision');
}

/** A state of a view. */
export interface Address {
  readonly view: ViewName;
  /** What the view is of; the entity view alone has it. */
  readonly id: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** An address with the form it asks for by its suffix. */
export interface RequestedAddress {
  readonly address: Address;
  /** Undefined where the path has no suffix. */
  readonly form: Form | undefined;
}

/** Reads an address; undefined where there is no view. What no view knows is left out. */
export function readAddress(path: string, query: string): RequestedAddress | undefined {
  const [, bare = path, suffix] = /^(.*)\.(json|jsonld|csv|ics|atom)$/.exec(path) ?? [];
  const [first = '', ...rest] = bare.split('/').slice(1);
  const id = first === 'id' ? decoded(rest.join('/')) : undefined;
  const view = bare === '/' || bare === '/home' ? 'home' : VIEWS.find((name) => name === first);
  if (!view || (view === 'id' ? !id : rest.length > 0)) return undefined;
  const given = new URLSearchParams(query);
  const parameters = Object.fromEntries(
    [...PARAMETERS[view], ...EVERYWHERE].flatMap((name) => {
      const value = given.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  return { address: { view, id, parameters }, form: suffix as Form | undefined };
}

/** Writes an address: ids stay readable in it. */
export function writeAddress({ view, id, parameters }: Address, form: Form = 'html'): string {
  const path =
    view === 'home' ? (form === 'html' ? '/' : '/home') : `/${view}${id ? `/${readable(id)}` : ''}`;
  const query = [...PARAMETERS[view], ...EVERYWHERE]
    .flatMap((name) => (parameters[name] ? [`${name}=${readable(parameters[name])}`] : []))
    .join('&');
  return `${path}${form === 'html' ? '' : `.${form}`}${query ? `?${query}` : ''}`;
}

/** The same address with other parameters; undefined and '' leave one out. */
export function withParameters(
  address: Address,
  changed: Readonly<Record<string, string | undefined>>,
): Address {
  const merged = Object.entries({ ...address.parameters, ...changed });
  const parameters = Object.fromEntries(
    merged.filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return { ...address, parameters };
}

/** The address of a view that keeps the day, the language and, where it takes one, the revision of another. */
export function addressFrom(
  from: Address,
  view: ViewName,
  parameters: Readonly<Record<string, string | undefined>> = {},
  id?: string,
): Address {
  const names = takesRevision(view) ? [...EVERYWHERE, 'revision'] : EVERYWHERE;
  const kept = Object.fromEntries(names.map((name) => [name, from.parameters[name]]));
  return withParameters({ view, id, parameters: {} }, { ...kept, ...parameters });
}

/** The language that an address names; undefined where it names none. */
export function languageIn({ parameters }: Address): Language | undefined {
  const { lang } = parameters;
  return lang === 'zh' ? 'ZH' : lang === 'en' ? 'EN' : undefined;
}

function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
