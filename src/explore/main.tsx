/** The explorer begins here. */

import './style.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { printFootnotes } from './print-footnotes.ts';
import { followLinks, showTheme } from './state.ts';

showTheme();
followLinks();
printFootnotes();
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
