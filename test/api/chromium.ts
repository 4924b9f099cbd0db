/** A real browser. */

import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_REMEDY, findChromium } from './find-chromium.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens Chromium; where there is none, says what to do. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) throw new Error(`There is no Chromium here. ${CHROMIUM_REMEDY}`);
  return chromium.launch({ executablePath, args: FLAGS });
}
