/** Answers an address in a form: the page's head, JSON, JSON-LD or CSV, from the view's own operation. */

import type { ApiAnswer, AskApi } from '../api/server-options.ts';
import type { Language } from '../model/language.ts';
import { type Address, type Form, writeAddress } from '../views/address.ts';
import type { Item } from '../views/entity-facts.ts';
import { say } from '../views/messages.ts';
import { type Provenance, provenanceOf, withProvenance } from '../views/provenance.ts';
import { renderCsv } from '../views/table.ts';
import { listedType } from '../views/type-list.ts';
import {
  type Data,
  dayFileOf,
  formsOf,
  headingOf,
  headQuestionOfView,
  questionOfView,
  tableOf,
} from '../views/view.ts';
import type { Heading, ViewState } from '../views/view-state.ts';
import { linkedData, type Terms } from './linked-data.ts';

/** What comes of an address. */
export interface ViewAnswer {
  readonly status: number;
  /** Where the same is found instead. */
  readonly location?: string;
  readonly revision?: number | undefined;
  readonly heading: Heading;
  readonly site: string;
  readonly fault?: string | undefined;
  /** The text of the form; for the page there is none. */
  readonly body?: string;
}

/** What a view is answered with. */
export interface AskedView {
  readonly state: ViewState;
  readonly terms: Terms;
  /** Where this server is reached. */
  readonly origin: string;
  readonly ask: AskApi;
}

/** Answers a view in a form. */
export async function answerView({ state, terms, origin, ask }: AskedView, form: Form): Promise<ViewAnswer> {
  const { address, language } = state;
  const question = form === 'html' ? headQuestionOfView(state) : questionOfView(state);
  if (!question || !formsOf(address).includes(form)) return notFound(address, language, form);
  if (address.view === 'search' && !address.parameters.q && !listedType(state.vocabulary, address)) {
    return {
      status: 200,
      heading: { heading: say(language, 'search'), summary: '' },
      site: '',
      body: form === 'csv' ? '' : '{}',
    };
  }
  const answer = await ask(question);
  const data = answer.data ?? {};
  const graph = (data.graph ?? {}) as Item;
  const site = String((graph.dataset as Item | undefined)?.name ?? '');
  const [error] = answer.errors;
  if (error) {
    const heading = {
      heading: say(language, address.view === 'id' ? 'search' : address.view),
      summary: error.message,
    };
    return {
      status: statusOf(answer),
      heading,
      site,
      fault: error.message,
      body: renderJson({ errors: answer.errors }),
    };
  }
  const heading = headingOf(state, data);
  if (!heading) return notFound(address, language, form);
  const { id } = (data.entity ?? {}) as Item;
  const found = { status: 200, revision: Number(graph.revision), heading, site };
  if (address.view === 'id' && typeof id === 'string' && id !== address.id) {
    return { ...found, status: 308, location: writeAddress({ ...address, id }, form) };
  }
  if (form === 'html') return found;
  const provenance = provenanceOf(address, data.graph as Parameters<typeof provenanceOf>[1], origin);
  if (form === 'csv')
    return { ...found, body: renderCsv(withProvenance(tableOf(state, data), provenance, language)) };
  if (form === 'jsonld') return { ...found, body: renderJson(linkedData(state, terms, data, origin)) };
  const written = form === 'json' ? undefined : dayFileOf(state, data, origin, form);
  if (written !== undefined) return { ...found, body: written };
  return { ...found, body: renderJson(withQuestion(provenance, question, data)) };
}

/** An answer with all that makes it citable: what was asked, of which day and revision, and under which licence. */
function withQuestion(
  provenance: Provenance,
  { query, variables }: { readonly query: string; readonly variables: unknown },
  data: Data,
): unknown {
  return { ...provenance, question: { query, variables }, data };
}

function notFound({ id = '' }: Address, language: Language, form: Form): ViewAnswer {
  const message = say(language, 'notFound', { id });
  const heading = { heading: message, summary: message };
  const body = form === 'csv' ? '' : renderJson({ errors: [{ message }] });
  return { status: 404, heading, site: '', fault: message, body };
}

function statusOf({ status, errors }: ApiAnswer): number {
  if (status !== 200) return status;
  return errors.some(({ extensions }) => extensions?.code === 'BAD_USER_INPUT') ? 400 : 500;
}

function renderJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
