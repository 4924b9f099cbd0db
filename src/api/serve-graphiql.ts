/** GraphiQL: one page with all it needs in it, rendered when the first browser asks. */

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { chooseMediaType } from '../service/negotiate.ts';
import type { Outbox } from '../service/open-outbox.ts';
import { type StaticAnswer, staticAnswer } from '../service/static-answer.ts';
import { EXAMPLE_TABS } from './graphiql-tabs.ts';

const PAGE = 'text/html';

/** Whether a request to `/graphql` is that of a browser which wants a page to look at. */
export function wantsPage({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return chooseMediaType(headers.accept, ['application/json', PAGE]) === PAGE;
}

/**
 * Animating the order of tabs leaves a transform on each, and the first click of a mouse then counts as dragging the tab.
 */
const TABS_STAY = '<style>.graphiql-tab{transform:none !important}</style>';

/** Serves GraphiQL with the example questions in its tabs. */
export function openGraphiql(outbox: Outbox): StaticAnswer {
  let rendered: Promise<StaticAnswer> | undefined;
  return async (request, response) => {
    rendered ??= render(outbox);
    await (await rendered)(request, response);
  };
}

async function render(outbox: Outbox): Promise<StaticAnswer> {
  // The library holds 9 MB of text, for browsers alone.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = { title: 'GraphiQL', defaultTabs: [...EXAMPLE_TABS], shouldPersistHeaders: false };
  const page = renderGraphiQL(options).replace('</head>', () => `${TABS_STAY}</head>`);
  return staticAnswer(outbox, PAGE, page, {
    'content-security-policy': contentSecurityPolicy(page),
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
}

/**
 * The page's own script and no other. Its editor makes styles as it goes and starts its workers from blobs; it asks
 * nobody but this server, and no page may show it in a frame.
 */
function contentSecurityPolicy(page: string): string {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
