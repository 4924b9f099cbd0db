/** Lines of a client: which are messages, and what is answered to those that are not. */

import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { readMessages } from '../../src/mcp/read-messages.ts';

/** What is passed on and what is answered, for chunks that a client sends. */
async function send(...chunks: readonly (string | Buffer)[]) {
  const output = new PassThrough();
  const failures: string[] = [];
  const messages = readMessages(output, ({ message }) => failures.push(message));
  const passed = text(messages);
  for (const chunk of chunks) messages.write(chunk);
  messages.end();
  const lines = (await passed).split('\n').filter((line) => line !== '');
  output.end();
  const answers = (await text(output)).split('\n').filter((line) => line !== '');
  return { passed: lines, answers: answers.map((line) => JSON.parse(line)), failures };
}

const PING = '{"jsonrpc":"2.0","id":1,"method":"ping"}';

test('messages are passed on, however they are cut into chunks', async () => {
  const bytes = Buffer.from(`${PING}\r\n${PING.replace('ping', '你好')}\n`);
  const cuts = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
  const { passed, answers } = await send(...cuts);
  expect(passed).toEqual([PING, PING.replace('ping', '你好')]);
  expect(answers).toEqual([]);
});

test.each([
  ['no JSON', -32700, null],
  ['{"jsonrpc":"2.0"', -32700, null],
  ['[]', -32600, null],
  [`[${PING}]`, -32600, null],
  ['null', -32600, null],
  ['7', -32600, null],
  ['{"jsonrpc":"1.0","id":5,"method":"ping"}', -32600, 5],
  ['{"jsonrpc":"2.0","id":"x"}', -32600, 'x'],
  ['{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600, null],
])('%s is answered with the error %s, and what follows it is passed on', async (line, code, id) => {
  const { passed, answers, failures } = await send(`${line}\n${PING}\n`);
  expect(passed).toEqual([PING]);
  expect(answers).toMatchObject([{ jsonrpc: '2.0', id, error: { code } }]);
  expect(failures).toHaveLength(1);
});

test('a message of 20 MB is answered with an error that names the limit, and serving goes on', async () => {
  const part = Buffer.alloc(1_000_000, 'x');
  const { passed, answers } = await send(...Array(20).fill(part), `\n${PING}\n`);
  expect(passed).toEqual([PING]);
  expect(answers).toMatchObject([{ id: null, error: { code: -32600 } }]);
  expect(answers[0].error.message).toContain('at most 4000000 bytes; this one has 20000000');
});
