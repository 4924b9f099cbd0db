/** The lines about Neo4j Browser on the terminal. */

import { expect, test } from 'vitest';
import { browserCommands } from '../../src/browser/browser-files.ts';
import { describeCommands } from '../../src/cli/steps/describe-browser.ts';

const COMMANDS = browserCommands('http://localhost:4000');

test('the commands for Neo4j Browser are printed as they are typed', () => {
  const lines = describeCommands({ runsBrowserCommands: false }, COMMANDS).map((line) => line.trim());
  expect(lines).toContain(':guide http://localhost:4000/browser/guide.html');
  expect(lines[0]).toMatch(/^type there +:style http:\/\/localhost:4000\/browser\/style\.grass$/);
});

test('no command is printed where Neo4j Browser runs them on connecting', () => {
  expect(describeCommands({ runsBrowserCommands: true }, COMMANDS)).toEqual([]);
});
