/** Figures as sources print them: with 万 and 亿, with the words that bound them and say how firmly they are put. */

import type { SeededRandom } from './seeded-random.ts';

const OBSERVED = ['', '', '', '达', '超过', '突破', '约', '近', '不足', '至少'];
const TARGETED = ['', '力争', '力争超过', '至少', '超过', '不低于', '达到'];

/** A figure that was counted, in the unit: 超过1.6万亿元. */
export function observedFigure(random: SeededRandom, unit: string): string {
  return `${random.pick(OBSERVED)}${plainFigure(random, unit)}`;
}

/** A figure that is to be reached: 力争超过2000家. */
export function targetFigure(random: SeededRandom, unit: string): string {
  return `${random.pick(TARGETED)}${plainFigure(random, unit)}`;
}

function plainFigure(random: SeededRandom, unit: string): string {
  const decimal = `${random.between(1, 99)}.${random.between(1, 9)}`;
  if (unit === '%') return `${decimal}%`;
  if (unit === '元') return `${decimal}${random.pick(['亿', '亿', '万亿'])}元`;
  if (unit === '平方米') return `${random.between(1, 900)}万平方米`;
  return random.percent(20) ? `${decimal}万${unit}` : `${random.between(3, 900)}${unit}`;
}
