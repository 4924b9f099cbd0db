/** What each view asks and how it is called and tabled: the same for the page and for its files. */

import type { Address, Form, ViewName } from './address.ts';
import { CHAIN_VIEW } from './chain.ts';
import { CHANGES_VIEW } from './changes.ts';
import { COMPARE_VIEW } from './compare.ts';
import { DATA_VIEW } from './data.ts';
import { FIRM_VIEW } from './firm.ts';
import { HOME_VIEW } from './home.ts';
import { MATRIX_VIEW } from './matrix.ts';
import type { Question } from './operation.ts';
import { PATH_VIEW } from './paths.ts';
import { RECORD_VIEW } from './record.ts';
import { SEARCH_VIEW } from './search.ts';
import { SUPPORT_VIEW } from './support-view.ts';
import type { Table } from './table.ts';
import { TARGETS_VIEW } from './targets.ts';
import type { Heading, View, ViewState } from './view-state.ts';

/** The data of an answer, whatever view it is of. */
export type Data = Readonly<Record<string, unknown>>;

/** Every view by its name; an answer is read by the view whose question it answers. */
const VIEW_OF = {
  home: HOME_VIEW,
  id: RECORD_VIEW,
  support: SUPPORT_VIEW,
  matrix: MATRIX_VIEW,
  chain: CHAIN_VIEW,
  compare: COMPARE_VIEW,
  path: PATH_VIEW,
  data: DATA_VIEW,
  search: SEARCH_VIEW,
  firm: FIRM_VIEW,
  targets: TARGETS_VIEW,
  changes: CHANGES_VIEW,
} as Readonly<Record<ViewName, View<unknown>>>;

/** What a view asks, whole; undefined where its address names what cannot exist. */
export function questionOfView(state: ViewState): Question | undefined {
  return VIEW_OF[state.address.view].question(state);
}

/** What the heading of a view needs, for a page that asks the rest itself. */
export function headQuestionOfView(state: ViewState): Question | undefined {
  const view = VIEW_OF[state.address.view];
  return view.head ? view.head(state) : view.question(state);
}

/** What a view is called once it is answered; undefined where there is nothing at its address. */
export function headingOf(state: ViewState, data: Data): Heading | undefined {
  return VIEW_OF[state.address.view].heading(state, data);
}

/** A view as a table. */
export function tableOf(state: ViewState, data: Data): Table {
  return VIEW_OF[state.address.view].table(state, data);
}

/** The forms that an address can be had in. */
export function formsOf({ view }: Address): readonly Form[] {
  const { calendar, feed } = VIEW_OF[view];
  return [
    'html',
    'json',
    ...(view === 'id' ? (['jsonld'] as const) : []),
    'csv',
    ...(calendar ? (['ics'] as const) : []),
    ...(feed ? (['atom'] as const) : []),
  ];
}

/** A view as a calendar or a feed; undefined where it is not had as one. */
export function dayFileOf(state: ViewState, data: Data, origin: string, form: Form): string | undefined {
  const { calendar, feed } = VIEW_OF[state.address.view];
  if (form === 'ics') return calendar?.(state, data, origin);
  return form === 'atom' ? feed?.(state, data, origin) : undefined;
}
