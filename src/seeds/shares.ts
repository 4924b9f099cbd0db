/** Shares in percent: parts of a whole, which are never more than 100. */

/** What is always a part of the whole that it is taken of; debt, research and growth can be more than 100 %. */
const SHARES: ReadonlySet<string> = new Set([
  'TECHNICAL_STAFF_RATIO',
  'RD_STAFF_RATIO',
  'MAIN_REVENUE_RATIO',
  'SEGMENT_REVENUE_RATIO',
  'HIGH_TECH_REVENUE_RATIO',
  'DOMESTIC_RD_RATIO',
  'MARKET_SHARE',
  'rateMax',
]);

/** Whether a number, in canonical form, cannot be the value of an attribute or a property because that is a share. */
export function isNoShare(what: string | undefined, decimal: string): boolean {
  return what !== undefined && SHARES.has(what) && (Number(decimal) < 0 || Number(decimal) > 100);
}
