/** A real browser. */

import { accessSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATH = '/usr/bin/chromium';
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

/** Opens Chromium; where it is absent, says what to install. */
export async function openChromium(): Promise<Browser> {
  try {
    accessSync(PATH);
  } catch {
    throw new Error(`There is no ${PATH}: apt-get install chromium fonts-noto-cjk`);
  }
  return chromium.launch({ executablePath: PATH, args: FLAGS });
}
