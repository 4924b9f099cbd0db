/** Hits of a search: where each is, which go by the very text, and in groups by type. */

import type { Language } from '../model/language.ts';
import type { AnswerTo } from './operation.ts';
import type { searchQuestion } from './questions.ts';
import { enumWords, plainName, type Vocabulary } from './vocabulary.ts';

/** One hit. */
export type Hit = AnswerTo<typeof searchQuestion>['search']['nodes'][number];

/** What distinguishes a hit from others of its name: its place, its owner, its number. */
export function contextOf(vocabulary: Vocabulary, { entity }: Hit, language: Language): string {
  const names = (nodes: readonly { id: string; name: string; nameEn: string | null }[]) =>
    nodes.map((node) => plainName(node, language));
  const word = (name: string, value: string) => enumWords(vocabulary, name, value, language);
  const parts = ((): readonly (string | null)[] => {
    switch (entity.__typename) {
      case 'Policy':
        return [word('PolicyStatus', entity.status), entity.number, entity.issuedOn];
      case 'Zone':
        return [word('ZoneKind', entity.zoneKind), ...names(entity.within.nodes)];
      case 'Region':
        return [word('RegionLevel', entity.level), ...names(entity.within.nodes)];
      case 'Industry':
        return [word('IndustryKind', entity.industryKind), ...names(entity.broader.nodes)];
      case 'Firm':
        return [...names(entity.firmPlaces.nodes), entity.uscc];
      case 'Cluster':
        return names(entity.clusterPlaces.nodes);
      case 'Measure':
        return [word('Instrument', entity.instrument), plainName(entity.policy, language)];
      case 'Source':
        return [word('SourceTier', entity.tier), entity.publisher, entity.publishedOn];
      default:
        return [];
    }
  })();
  return parts.filter(Boolean).join(' · ');
}

/** The hits that go by the very text, where there are several: the reader is asked which is meant. */
export function homonyms(hits: readonly Hit[], text: string): readonly Hit[] {
  const wanted = text.trim().toLowerCase();
  const same = hits.filter(({ matched }) => matched.toLowerCase() === wanted);
  return same.length > 1 ? same : [];
}

/** Hits by the type of what they hit, types in the order of their best hit. */
export function byType(hits: readonly Hit[]): readonly (readonly [type: string, hits: readonly Hit[]])[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.entity.__typename) ?? [];
    groups.set(hit.entity.__typename, [...group, hit]);
  }
  return [...groups];
}
