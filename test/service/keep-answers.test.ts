/** Answers are kept within bounds, in the state that they are of, and reads are shared by those who asked before. */

import { describe, expect, it, test } from 'vitest';
import { type KeptAnswer, keepAnswers, questionKey, type StateSeen } from '../../src/service/keep-answers.ts';
import { shareReads } from '../../src/service/share-reads.ts';
import { ASK_AGAIN } from '../../src/service/whole-answer.ts';

const STATE: StateSeen = { bookmark: 'b1', revision: 1, identity: 'one', today: '2026-01-01' };

function answerOf(length: number, today = STATE.today): KeptAnswer {
  const answer = {
    status: 200,
    headers: [],
    body: Buffer.alloc(length),
    caching: ASK_AGAIN,
    encoded: new Map(),
  };
  return { answer, kind: 'node', operationName: undefined, revision: 1, today };
}

describe('an answer', () => {
  it('is found again in its own state', () => {
    const kept = keepAnswers(1_000_000);
    kept.keep('a', 'b1', answerOf(10));
    expect(kept.find('a', STATE)).toBeDefined();
    expect(kept.find('b', STATE)).toBeUndefined();
  });

  test.each([
    ['another commit', { bookmark: 'b2' }],
    ['another revision under the same bookmark', { revision: 2 }],
    ['another day', { today: '2026-01-02' }],
  ])('is not found after %s', (_, change) => {
    const kept = keepAnswers(1_000_000);
    kept.keep('a', 'b1', answerOf(10));
    expect(kept.find('a', { ...STATE, ...change })).toBeUndefined();
    expect(kept.find('a', STATE)).toBeUndefined();
    expect(kept.bytes()).toBe(0);
  });

  it('is not found in another graph with the same bookmark and revision', () => {
    const kept = keepAnswers(1_000_000);
    kept.keep('a', 'b1', answerOf(10));
    expect(kept.find('a', STATE)).toBeDefined();
    expect(kept.find('a', { ...STATE, identity: 'another' })).toBeUndefined();
  });

  it('of an older state drops the newer ones rather than staying beside them', () => {
    const kept = keepAnswers(1_000_000);
    kept.keep('a', 'b2', answerOf(10));
    kept.keep('b', 'b1', answerOf(10));
    expect(kept.find('a', { ...STATE, bookmark: 'b2' })).toBeUndefined();
  });
});

describe('memory', () => {
  it('is bounded: the one that was not asked for longest goes', () => {
    const kept = keepAnswers(100_000);
    for (let each = 0; each < 40; each++) {
      kept.keep(`q${each}`, 'b1', answerOf(1_000));
      expect(kept.find('q0', STATE)).toBeDefined();
      expect(kept.bytes()).toBeLessThanOrEqual(100_000);
    }
    expect(kept.find('q1', STATE)).toBeUndefined();
    expect(kept.find('q39', STATE)).toBeDefined();
  });

  it('holds no answer that would take an eighth of it', () => {
    const kept = keepAnswers(100_000);
    kept.keep('a', 'b1', answerOf(6_000));
    expect(kept.has('a')).toBe(false);
    expect(kept.bytes()).toBe(0);
  });

  it('counts an answer once that is kept again', () => {
    const kept = keepAnswers(100_000);
    kept.keep('a', 'b1', answerOf(1_000));
    const bytes = kept.bytes();
    kept.keep('a', 'b1', answerOf(1_000));
    expect(kept.bytes()).toBe(bytes);
  });

  it('of 0 keeps nothing', () => {
    const kept = keepAnswers(0);
    kept.keep('a', 'b1', answerOf(0));
    expect(kept.has('a')).toBe(false);
  });
});

test('keys differ wherever a part does, however the parts are cut', () => {
  const keys = [['ab', 'c'], ['a', 'bc'], ['abc'], ['ab', 'c', '']].map((parts) => questionKey(...parts));
  expect(new Set(keys).size).toBe(4);
});

/** A read whose answers the test gives one by one. */
function heldReads() {
  const sent: { readonly answer: (value: number) => void; readonly fail: (error: Error) => void }[] = [];
  const read = shareReads(
    () => new Promise<number>((resolve, reject) => sent.push({ answer: resolve, fail: reject })),
  );
  return { sent, read };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared read', () => {
  it('is one for all who ask before it is sent', async () => {
    const { sent, read } = heldReads();
    const all = [read(), read(), read()];
    await settled();
    expect(sent.length).toBe(1);
    sent[0]?.answer(7);
    expect(await Promise.all(all)).toEqual([7, 7, 7]);
  });

  it('is not that of one who asks after it was sent, which is sent when it has ended', async () => {
    const { sent, read } = heldReads();
    const first = read();
    await settled();
    const later = [read(), read()];
    await settled();
    expect(sent.length).toBe(1);
    sent[0]?.answer(1);
    await settled();
    expect(sent.length).toBe(2);
    sent[1]?.answer(2);
    expect([await first, ...(await Promise.all(later))]).toEqual([1, 2, 2]);
  });

  it('that fails fails those who wait for the next one as well, and nobody who comes later', async () => {
    const { sent, read } = heldReads();
    const first = read();
    await settled();
    const waiting = read();
    sent[0]?.fail(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await expect(waiting).rejects.toThrow('away');
    await settled();
    const later = read();
    await settled();
    sent[1]?.answer(3);
    expect(await later).toBe(3);
  });
});
