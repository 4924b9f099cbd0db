/** What the firm view is made of: profiles in fragments, the next question, the lists, what flips. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Offer, sortOffers } from '../../src/views/firm.ts';
import { flips } from '../../src/views/firm-flips.ts';
import { type FirmRecord, profileOfRecord } from '../../src/views/firm-record.ts';
import { askedNext, numberThatDoes, titlesAsked } from '../../src/views/next-question.ts';
import {
  EMPTY_PROFILE,
  inBaseUnit,
  isEmptyProfile,
  type Profile,
  profileInput,
  profileTried,
  readProfile,
  withFigure,
  writeProfile,
} from '../../src/views/profile.ts';

const rdRatio = { attribute: 'RD_RATIO', of: undefined, period: undefined, value: '4.6' };

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const figure = fc.record({
  attribute: fc.constantFrom('RD_RATIO', 'REVENUE', 'MARKET_SHARE', 'IP_CLASS_1'),
  of: fc.option(text, { nil: undefined }),
  period: fc.option(fc.constantFrom('2024', '2025', '2023-12-31'), { nil: undefined }),
  value: fc.constantFrom('0', '-3.5', '4.60', '120000000'),
});
const profile: fc.Arbitrary<Profile> = fc.record({
  industries: fc.array(text),
  places: fc.array(
    fc.record({
      place: text.filter((each) => !each.includes('@')),
      role: fc.constantFrom('REGISTERED', 'TAX', undefined),
    }),
  ),
  titles: fc.option(fc.array(text), { nil: undefined }),
  foundedOn: fc.constantFrom(undefined, '2015', '2015-03-01'),
  smeSize: fc.constantFrom(undefined, 'SMALL'),
  listed: fc.constantFrom(undefined, true, false),
  figures: fc.array(figure),
  unknown: fc.array(fc.constantFrom('TITLE', 'MARKET_SHARE/光刻胶')),
  whatIf: fc.option(figure, { nil: undefined }),
});

describe('a profile in the fragment of an address', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(profile, (each) => {
        expect(readProfile(writeProfile(each))).toEqual(each);
      }),
    );
  });

  test('is short and readable', () => {
    const fragment = writeProfile({
      ...EMPTY_PROFILE,
      industries: ['industry:ic'],
      places: [{ place: 'region:pudong', role: 'REGISTERED' }],
      titles: [],
      figures: [{ ...rdRatio, period: '2025' }],
    });
    expect(fragment).toBe('industry=industry:ic&place=region:pudong@REGISTERED&title=&RD_RATIO@2025=4.6');
  });

  test('takes nothing from what it cannot mean', () => {
    expect(readProfile('#main')).toEqual(EMPTY_PROFILE);
    expect(readProfile('#RD_RATIO=lots&x=1&listed=maybe&place=')).toEqual(EMPTY_PROFILE);
    expect(isEmptyProfile(readProfile('#unknown=TITLE&if.RD_RATIO=5'))).toBe(true);
  });

  test('sends what is known, and what is tried out only when it is tried', () => {
    const known = { ...EMPTY_PROFILE, listed: false, titles: [], figures: [rdRatio] };
    const trying = { ...known, whatIf: { ...rdRatio, value: '5' } };
    const figures = [{ attribute: 'RD_RATIO', value: '4.6' }];
    expect(profileInput(trying)).toEqual({ listed: false, titles: [], figures });
    expect(profileInput(profileTried(trying)).figures).toEqual([{ attribute: 'RD_RATIO', value: '5' }]);
    expect(profileInput(EMPTY_PROFILE)).toEqual({});
  });

  test('has one figure of one attribute, period and part', () => {
    const earlier = withFigure({ ...EMPTY_PROFILE, figures: [rdRatio] }, { ...rdRatio, period: '2024' }, '3');
    expect(earlier.figures).toHaveLength(2);
    expect(
      withFigure(earlier, rdRatio, '5')
        .figures.map(({ value }) => value)
        .sort(),
    ).toEqual(['3', '5']);
    expect(withFigure(earlier, rdRatio, undefined).figures).toHaveLength(1);
  });

  test.each([
    ['1.8', 8, '180000000'],
    ['0.05', 4, '500'],
    ['1.23456', 4, '12345.6'],
    ['-2', 4, '-20000'],
    ['0', 8, '0'],
  ])('%s with %d zeros is %s, exactly', (number, zeros, exact) => {
    expect(inBaseUnit(number, zeros)).toBe(exact);
  });
});

describe('a firm on record as a profile', () => {
  const record = {
    id: 'firm:x',
    name: '甲',
    foundedOn: '2015',
    smeSize: null,
    listings: [],
    titles: [],
    industries: { nodes: [{ id: 'industry:ic' }] },
    places: { edges: [{ role: 'HEADQUARTERS', node: { id: 'region:a' } }] },
    figures: [
      { attribute: 'RD_RATIO', of: null, value: '5', bound: 'EXACT', period: '2025' },
      { attribute: 'REVENUE', of: null, value: '100', bound: 'MORE_THAN', period: '2025' },
    ],
  } as unknown as FirmRecord;

  test('leaves unknown what is not on record, and out what is not exact', () => {
    const made = profileOfRecord(record);
    expect(made).toMatchObject({ titles: undefined, listed: undefined, smeSize: undefined });
    expect(made.places).toEqual([{ place: 'region:a', role: undefined }]);
    expect(made.figures.map(({ attribute }) => attribute)).toEqual(['RD_RATIO']);
  });
});

describe('the next question', () => {
  const next = (attribute: string, settles: number) =>
    ({ attribute, of: null, settles, touches: 9 }) as never;
  const asked = (known: Partial<Profile>, ...attributes: readonly (readonly [string, number])[]) =>
    askedNext(
      attributes.map(([attribute, settles]) => next(attribute, settles)),
      { ...EMPTY_PROFILE, ...known },
      '2026-11-30',
    ).map(({ attribute }) => attribute);

  test('is the first that is neither answered nor unknown to the reader', () => {
    const questions = [
      ['OPERATING_PLACE', 3],
      ['TITLE', 2],
      ['SATISFIES', 2],
      ['RD_STAFF', 1],
    ] as const;
    expect(asked({}, ...questions)).toEqual(['OPERATING_PLACE', 'TITLE', 'RD_STAFF']);
    const known = { places: [{ place: 'region:a', role: undefined }], unknown: ['TITLE'] };
    expect(asked(known, ...questions)).toEqual(['RD_STAFF']);
  });

  test('asks for a narrower industry and an earlier year while these decide something', () => {
    const known = { industries: ['industry:ic'], figures: [rdRatio] };
    expect(asked(known, ['INDUSTRY', 2], ['RD_RATIO', 1])).toEqual(['INDUSTRY', 'RD_RATIO']);
    expect(asked(known, ['INDUSTRY', 0], ['RD_RATIO', 0])).toEqual([]);
  });

  test('asks for a registered place though the firm operates somewhere', () => {
    const places = [{ place: 'region:a', role: undefined }];
    expect(asked({ places }, ['REGISTERED_PLACE', 1], ['OPERATING_PLACE', 0])).toEqual(['REGISTERED_PLACE']);
  });

  test.each([
    ['GTE', '5', '%', null, '5'],
    ['GT', '20', '%', null, '20.01'],
    ['GT', '100', '人', 'LAST_YEAR', '101'],
    ['GT', '1000000000', '元', null, '1010000000'],
    ['LT', '1000', '人', null, '999'],
    ['LTE', '200000000', '元', null, '200000000'],
    ['GTE', '5', '%', 'EACH_OF_2_YEARS', undefined],
    ['IN', 'SMALL', null, null, undefined],
  ])('%s %s %s %s is met by %s', (operator, value, unit, basis, number) => {
    expect(numberThatDoes({ operator, values: [value], unit, basis })).toBe(number);
  });
});

describe('the lists', () => {
  const offer = (
    id: string,
    overall: string,
    verdicts: readonly {
      verdict: string;
      own?: boolean;
      distance?: string;
      wanted?: string;
      missing?: string[];
    }[] = [],
  ) =>
    ({
      overall,
      policy: { id: `policy:${id}`, name: id },
      measure: { id, name: id },
      verdicts: verdicts.map(({ verdict, own = true, distance = null, wanted = '1', missing = [] }) => ({
        missing,
        criterion: own ? { position: 0 } : null,
        verdict,
        conditions: [
          { verdict, distance, condition: { attribute: 'TITLE', values: [wanted], operator: 'GTE' } },
        ],
      })),
    }) as unknown as Offer;

  test('hold what can be had, what lacks facts, misses by how near they are, and what is for others', () => {
    const lists = sortOffers([
      offer('met', 'MET'),
      offer('judged', 'NOT_CHECKABLE'),
      { ...offer('plan', 'MET'), measure: null },
      offer('open', 'UNKNOWN', [{ verdict: 'UNKNOWN', missing: ['TITLE'] }]),
      offer('unsaid', 'UNKNOWN', [{ verdict: 'UNKNOWN' }]),
      offer('far', 'NOT_MET', [{ verdict: 'NOT_MET', distance: '90', wanted: '100' }]),
      offer('no number', 'NOT_MET', [{ verdict: 'NOT_MET' }]),
      offer('twice', 'NOT_MET', [
        { verdict: 'NOT_MET', distance: '1', wanted: '100' },
        { verdict: 'NOT_MET', distance: '1', wanted: '100' },
      ]),
      offer('near', 'NOT_MET', [{ verdict: 'NOT_MET', distance: '0.4', wanted: '5' }]),
      offer('other place', 'NOT_MET', [{ verdict: 'NOT_MET', own: false }]),
    ]);
    const ids = Object.values(lists).map((each: readonly Offer[]) =>
      each.map(({ measure, policy }) => (measure ?? policy).id),
    );
    expect(ids).toEqual([
      ['met', 'judged'],
      ['policy:plan'],
      ['open'],
      ['unsaid'],
      ['near', 'far', 'no number', 'twice'],
      ['other place'],
    ]);
  });

  test('flip where a verdict differs', () => {
    const before = [offer('a', 'NOT_MET'), offer('b', 'MET')];
    const after = [offer('a', 'MET'), offer('b', 'MET'), offer('c', 'MET')];
    expect(flips(before, after).map(({ offer: { measure }, was }) => [measure?.id, was])).toEqual([
      ['a', 'NOT_MET'],
    ]);
  });

  test('name the titles that measures ask for, each once', () => {
    const titled = offer('a', 'MET', [{ verdict: 'UNKNOWN', wanted: '高新技术企业' }]);
    expect(titlesAsked([titled, titled])).toEqual(['高新技术企业']);
  });
});
