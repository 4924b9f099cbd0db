/** How firm a fact's sources are, and which of their addresses may be followed. */

import type { EvidenceItem } from './entity-facts.ts';

/** The tiers of sources, the strongest first. */
export const TIERS = ['OFFICIAL', 'FILING', 'DATASET', 'REPRINT', 'NEWS', 'EDITORIAL'];

/** The strongest tier among the sources of a fact. */
export function firmness(evidence: readonly EvidenceItem[]): string {
  const ranks = evidence.map(({ source }) => TIERS.indexOf(source.tier));
  return TIERS[Math.min(...ranks)] ?? '';
}

/** An address that may be followed: http or https, nothing that runs. */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}
