/** How well names fit entities, without a database (§15.5, §15.6). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAsked } from '../../src/questions/resolve/asked-name.ts';
import { type Candidate, judgeCandidate } from '../../src/questions/resolve/judge-candidate.ts';
import { needlesOf } from '../../src/questions/resolve/name-needles.ts';
import { placeNames } from '../../src/questions/resolve/place-names.ts';
import { reasonOf } from '../../src/questions/resolve/reason-words.ts';
import { openTakeApart } from '../../src/questions/resolve/shape-name.ts';

const PLACES = placeNames([
  { id: 'region:shanghai', names: ['上海市', '上海', 'Shanghai'], isRegion: true },
  { id: 'region:beijing', names: ['北京市'], isRegion: true },
  { id: 'region:pudong', names: ['浦东新区'], isRegion: true },
]);

function entity(nodeType: string, name: string, ...aliases: readonly string[]): Candidate {
  const others = aliases.map((text) => ({ field: 'aliases' as const, text }));
  return { id: 'x', nodeType, texts: [{ field: 'name', text: name }, ...others] };
}

function scoreOf(asked: string, candidate: Candidate): number {
  return judgeCandidate(readAsked(asked), candidate, openTakeApart(PLACES))?.score ?? 0;
}

describe('names that are the same but for how they are written', () => {
  test.each([
    ['阿里巴巴集团控股', entity('Firm', '阿里巴巴集团控股有限公司')],
    ['上海华虹集团有限公司', entity('Firm', '上海华虹（集团）有限公司')],
    ['積塔半導體', entity('Firm', '上海积塔半导体有限公司')],
    ['上海沐曦集成电路股份有限公司', entity('Firm', '沐曦集成电路（上海）股份有限公司')],
    ['Tencent Holdings', entity('Firm', 'Tencent Holdings Limited')],
    ['上海华宏宏力半导体制造有限公司', entity('Firm', '上海华虹宏力半导体制造有限公司')],
    ['上海市徐汇区', entity('Region', '徐汇区')],
    ['徐汇', entity('Region', '徐汇区')],
    ['《人工智能产业发展条例》', entity('Policy', '上海市促进人工智能产业发展条例')],
    ['上海市行动计划（2023—2025）', entity('Policy', '上海市行动计划（2023-2025年）')],
  ])('%s scores as the same', (asked, candidate) => {
    expect(scoreOf(asked, candidate)).toBeGreaterThanOrEqual(0.8);
  });
});

describe('near misses', () => {
  test.each([
    ['华虹集团', entity('Firm', '上海华虹宏力半导体制造有限公司', '华虹宏力')],
    ['张江科学城', entity('Zone', '上海张江高新技术产业开发区', '张江高新区')],
    ['中微', entity('Firm', '中微半导体（深圳）股份有限公司')],
    ['北京银行', entity('Firm', '上海银行股份有限公司')],
    ['腾讯控股有限公司', entity('Firm', '腾讯科技（上海）有限公司')],
    ['上海集成电路', entity('Industry', '集成电路')],
    ['发展十三五规划', entity('Policy', '发展“十四五”规划')],
    ['上海市行动计划（2020-2022年）', entity('Policy', '上海市行动计划（2023-2025年）')],
    ['上海市生物医药行动方案', entity('Policy', '上海市浦东新区生物医药行动方案')],
    ['华宏集团', entity('Firm', '华虹集团')],
  ])('%s never scores as the same', (asked, candidate) => {
    expect(scoreOf(asked, candidate)).toBeLessThan(0.8);
  });
});

describe('a score', () => {
  test('falls from the exact name over an alias and another legal form to a slip and a part', () => {
    const scores = [
      scoreOf('上海华虹宏力半导体制造有限公司', entity('Firm', '上海华虹宏力半导体制造有限公司')),
      scoreOf('华虹宏力', entity('Firm', '上海华虹宏力半导体制造有限公司', '华虹宏力')),
      scoreOf('上海华虹宏力半导体制造股份有限公司', entity('Firm', '上海华虹宏力半导体制造有限公司')),
      scoreOf('上海华虹宏力半导本制造有限公司', entity('Firm', '上海华虹宏力半导体制造有限公司')),
      scoreOf('华虹宏力半导体', entity('Firm', '上海华虹宏力半导体制造有限公司')),
    ];
    expect(scores).toEqual([...new Set(scores)].sort((a, b) => b - a));
  });

  test('of a region of another kind says that it may be meant, and not that it is', () => {
    const [region, judged] = [entity('Region', '崇明区'), readAsked('崇明县')];
    expect(scoreOf('崇明县', region)).toBeGreaterThan(0.5);
    expect(scoreOf('崇明县', region)).toBeLessThan(0.8);
    const judgement = judgeCandidate(judged, region, openTakeApart(PLACES));
    expect(judgement && reasonOf(judgement, 'ZH')).toBe('与名称“崇明区”相同；区划类别不同');
  });

  test('strips only places that the graph knows', () => {
    const asked = readAsked('武汉积塔半导体');
    const firm = entity('Firm', '积塔半导体有限公司');
    const wuhan = placeNames([{ id: 'region:wuhan', names: ['武汉市'], isRegion: true }]);
    const reasons = [PLACES, wuhan].map((places) => {
      const judged = judgeCandidate(asked, firm, openTakeApart(places));
      return judged && reasonOf(judged, 'ZH');
    });
    expect(reasons).toEqual([
      '包含名称“积塔半导体有限公司”；法律形式不同或略去',
      '与名称“积塔半导体有限公司”相同；仅一方带地名“武汉”；法律形式不同或略去',
    ]);
  });

  test('goes by a document number whatever its brackets, and never by that of another year', () => {
    const policy: Candidate = {
      id: 'x',
      nodeType: 'Policy',
      texts: [
        { field: 'name', text: '若干政策' },
        { field: 'number', text: '沪府规〔2021〕18号' },
      ],
    };
    expect(scoreOf('沪府规(2021)18号', policy)).toBe(0.98);
    expect(scoreOf('沪府规2021年第18号', policy)).toBe(0.98);
    expect(scoreOf('沪府规〔2022〕18号', policy)).toBe(0);
    expect(scoreOf('《若干政策》（沪府规〔2022〕18号）', policy)).toBeLessThan(0.8);
  });

  test('is between 0.5 and 1 for any two texts, and 1 for a text and itself', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc
        .array(
          fc.constantFrom('上海', '（集团）', '有限公司', '张江', '2023-2025', '《', '》', 'Co.', ' ', '号'),
          {
            maxLength: 6,
          },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('Firm', 'Region', 'Policy', 'Industry'), (asked, own, type) => {
        needlesOf(readAsked(asked));
        const score = scoreOf(asked, entity(type, own));
        expect(score === 0 || (score >= 0.5 && score <= 1)).toBe(true);
        expect(scoreOf(own, entity(type, own))).toBe(1);
      }),
    );
  });
});

test.each([
  ['Chinese characters', '张江科学城集成电路设计产业园人工智能创新药研发中心'],
  ['Latin letters', 'zhangjiangsciencecityinte'],
])('a name of 200 %s asks the indexes for hardly more than one of 24', (_, text) => {
  const asked = (length: number) => {
    const { parts, lines } = needlesOf(readAsked(text.repeat(9).slice(0, length)));
    return [...parts, ...lines].reduce((sum, each) => sum + each.length, 0);
  };
  expect(asked(200)).toBeLessThan(1.5 * asked(24));
});
