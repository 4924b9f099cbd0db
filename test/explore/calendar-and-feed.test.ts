/** Calendars and feeds as other programs read them: RFC 5545 and RFC 4287. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderFeed } from '../../src/views/atom.ts';
import { type CalendarEntry, renderCalendar } from '../../src/views/calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { readXml } from './read-xml.ts';

const entry: CalendarEntry = {
  uid: 'expiry-policy:p@industry-graph',
  day: '2026-12-31',
  summary: '《办法》有效期至2026-12-31',
  description: '第一行\n第二行; 逗号, 反斜线\\',
  url: 'http://h/id/policy:p',
  category: '到期',
};
const changedAt = '2026-11-24T10:15:26.123Z';

/** What XML can hold: no control character but tab and ends of lines. */
const isHeld = (character: string) =>
  (character >= ' ' || '\t\n\r'.includes(character)) && !'\uFFFE\uFFFF'.includes(character);

describe('a calendar', () => {
  test('has whole days that show nobody as busy', () => {
    const text = renderCalendar({ name: '日历', changedAt, entries: [entry] });
    expect(text.split('\r\n')).toContain('DTSTAMP:20261124T101526Z');
    const [event] = readCalendar(text);
    expect(event).toMatchObject({
      UID: 'expiry-policy:p@industry-graph',
      'DTSTART;VALUE=DATE': '20261231',
      SUMMARY: entry.summary,
      DESCRIPTION: entry.description,
      TRANSP: 'TRANSPARENT',
      URL: entry.url,
    });
  });

  test('of whatever texts is lines of at most 75 octets that end in CRLF, and reads back', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(anything, anything, (summary, description) => {
        const text = renderCalendar({
          name: summary,
          changedAt,
          entries: [{ ...entry, summary, description }],
        });
        expect(text.endsWith('\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [event] = readCalendar(text);
        const plain = (each: string) => each.replaceAll(/\r\n|\r/g, '\n');
        expect(event?.SUMMARY).toBe(plain(summary));
        expect(event?.DESCRIPTION ?? '').toBe(plain(description));
      }),
    );
  });

  test('is the same text for the same content', () => {
    const made = () => renderCalendar({ name: '日历', changedAt, entries: [entry, { ...entry, uid: 'b' }] });
    expect(made()).toBe(made());
    expect(readCalendar(made()).map(({ UID }) => UID)).toEqual([entry.uid, 'b']);
  });
});

describe('a feed', () => {
  const feed = {
    self: 'http://h/changes.atom?place=region:a&lang=en',
    page: 'http://h/changes?place=region:a&lang=en',
    title: '变更 <&"',
    author: '图谱',
    language: 'zh-CN',
    updated: changedAt,
    entries: [
      { id: 'http://h/changes#1', title: 'a', updated: changedAt, link: 'http://h/id/a', category: 'CREATE' },
    ],
  };

  test('has an id, a title, a date and an author, and so has each entry', () => {
    const root = readXml(renderFeed(feed));
    expect(root.name).toBe('feed');
    expect(root.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
    const textOf = (name: string) => root.children.find((each) => each.name === name)?.text;
    expect([textOf('id'), textOf('title'), textOf('updated')]).toEqual([feed.self, feed.title, changedAt]);
    const links = root.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes.rel);
    expect(links).toEqual(['self', 'alternate']);
    const [first] = root.children.filter(({ name }) => name === 'entry');
    expect(first?.children.map(({ name }) => name)).toEqual(['id', 'title', 'updated', 'link', 'category']);
  });

  test('of whatever texts is well-formed, and reads back what XML can hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'grapheme' })), (title) => {
        const root = readXml(renderFeed({ ...feed, title }));
        const held = [...title].filter(isHeld).join('');
        expect(root.children.find(({ name }) => name === 'title')?.text).toBe(held);
      }),
    );
  });
});
