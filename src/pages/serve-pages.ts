/** Serves the explorer: its page at every address of a view, the same answers as files, and its static files. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { OpenPages } from '../api/server-options.ts';
import type { Language } from '../model/language.ts';
import { compress, encodingFor } from '../service/compress.ts';
import { endIfKnown, entityTag } from '../service/entity-tag.ts';
import { chooseMediaType } from '../service/negotiate.ts';
import type { Outbox } from '../service/open-outbox.ts';
import { type StaticAnswer, staticAnswer } from '../service/static-answer.ts';
import { ASK_AGAIN, KEEP_A_WHILE, KEEP_NOTHING } from '../service/whole-answer.ts';
import {
  type Address,
  FORMS,
  type Form,
  languageIn,
  MEDIA_TYPES,
  readAddress,
  writeAddress,
} from '../views/address.ts';
import { formsOf } from '../views/view.ts';
import type { Vocabulary } from '../views/vocabulary.ts';
import { answerView, type ViewAnswer } from './answer-view.ts';
import type { Build } from './build-explorer.ts';
import type { Terms } from './linked-data.ts';
import { PAGE_POLICY, renderShell } from './shell.ts';

const FILE_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const PAGE_HEADERS = { 'content-security-policy': PAGE_POLICY, 'referrer-policy': 'no-referrer' };
/** The name of a file contains its hash. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const QUALITY = 4;

/** What pages are made of. */
export interface Explorer {
  readonly vocabulary: Vocabulary;
  /** The terms of JSON-LD. */
  readonly terms: Terms;
  /** The build, once it is there; it is never waited for. */
  readonly built: Promise<Build>;
}

/** Opens the pages of an explorer. */
export function openPages({ vocabulary, terms, built }: Explorer): OpenPages {
  let build: Build | undefined;
  let isFailed = false;
  void built.then(
    (done) => {
      build = done;
    },
    () => {
      isFailed = true;
    },
  );
  return ({ outbox, ask }) => {
    const files = new Map<string, StaticAnswer>();
    const openFiles = ({ assets }: Build) => {
      for (const [name, content] of assets) {
        const type = FILE_TYPES[extname(name)] ?? 'application/octet-stream';
        files.set(`/assets/${name}`, staticAnswer(outbox, type, content, { 'cache-control': FOR_EVER }));
      }
    };
    return (request, path) => {
      if (build && files.size === 0) openFiles(build);
      const file = files.get(path);
      if (file) return file;
      const requested = readAddress(path, (request.url ?? '').split('?')[1] ?? '');
      if (!requested) return undefined;
      return async (_request, response) => {
        const { address, form } = requested;
        const chosen = form ?? formOf(request, address);
        const language = languageIn(address) ?? languageOf(request);
        const origin = `http://${request.headers.host ?? ''}`;
        const state = { vocabulary, address, language };
        const answer = await answerView({ state, terms, origin, ask: ask(response) }, chosen);
        const text =
          chosen === 'html' ? page(answer, address, language, origin, build, isFailed) : (answer.body ?? '');
        await sendView(outbox, request, response, answer, address, chosen, text);
      };
    };
  };
}

function page(
  answer: ViewAnswer,
  address: Address,
  language: Language,
  origin: string,
  build: Build | undefined,
  isFailed: boolean,
): string {
  const { heading, site, fault } = answer;
  const content = {
    ...heading,
    language,
    site,
    fault,
    canonical: `${origin}${writeAddress(address)}`,
    alternates: alternatesOf(address),
  };
  return renderShell(content, build, isFailed);
}

async function sendView(
  outbox: Outbox,
  request: IncomingMessage,
  response: ServerResponse,
  answer: ViewAnswer,
  address: Address,
  form: Form,
  text: string,
): Promise<void> {
  const { status, location, revision } = answer;
  response.setHeader('vary', 'Accept, Accept-Language');
  if (location !== undefined) return void response.writeHead(status, { location }).end();
  const links = [
    `<${writeAddress(address)}>; rel="canonical"`,
    ...alternatesOf(address).map(([type, path]) => `<${path}>; rel="alternate"; type="${type}"`),
  ];
  response.setHeader('link', links.join(', '));
  if (revision) response.setHeader('graph-revision', String(revision));
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  const body = Buffer.from(text);
  const type = status >= 400 && form !== 'html' ? 'application/json' : MEDIA_TYPES[form];
  const encoding = encodingFor(request, response, body.length);
  response.statusCode = status;
  if (status !== 200) response.setHeader('cache-control', KEEP_NOTHING);
  else if (endIfKnown(request, response, entityTag(body), cachingOf(address, form))) return;
  const sent = encoding ? await compress(body, encoding, QUALITY) : body;
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('content-length', sent.length);
  if (encoding) response.setHeader('content-encoding', encoding);
  if ((form === 'csv' || form === 'ics') && status === 200) {
    response.setHeader(
      'content-disposition',
      `attachment; filename="${fileName(address, revision)}.${form}"`,
    );
  }
  if (request.method === 'HEAD') return void response.end();
  outbox.send(response, sent);
}

/** The page itself shows what is new, whatever its address names. */
function cachingOf({ parameters: { revision, validOn } }: Address, form: Form): string {
  const isSettled = revision !== undefined && validOn !== undefined && form !== 'html';
  return isSettled ? KEEP_A_WHILE : ASK_AGAIN;
}

/** The forms of a view beside the page. */
function alternatesOf(address: Address): readonly (readonly [string, string])[] {
  return formsOf(address)
    .filter((form) => form !== 'html')
    .map((form) => [MEDIA_TYPES[form], writeAddress(address, form)]);
}

/** What the client accepts; only entities have forms without a suffix. */
function formOf(request: IncomingMessage, address: Address): Form {
  if (address.view !== 'id') return 'html';
  const types = formsOf(address).map((form) => MEDIA_TYPES[form]);
  const type = chooseMediaType(request.headers.accept, types);
  return FORMS.find((form) => MEDIA_TYPES[form] === type) ?? 'html';
}

/** The first of the two languages that the client reads. */
function languageOf(request: IncomingMessage): Language {
  const [first = ''] = /\b(zh|en)\b/i.exec(request.headers['accept-language'] ?? '') ?? [];
  return first.toLowerCase() === 'en' ? 'EN' : 'ZH';
}

/** A file is called by its view and the revision it is of. */
function fileName({ view, id, parameters }: Address, newest: number | undefined): string {
  const revision = parameters.revision ?? newest;
  return `${id ?? view}${revision ? `-r${revision}` : ''}`.replaceAll(/[^\w-]+/g, '-');
}
