/** The worklist of a dataset in memory: what the statements would read is taken from its nodes and facts. */

import type { Dataset, DatasetRelationship } from '../../src/model/dataset.ts';
import { storedNode, storedRelationship } from '../../src/model/stored/stored-form.ts';
import { readApplicant } from '../../src/questions/eligibility/read-applicant.ts';
import type { Rulebook } from '../../src/rules/eligibility/rulebook.ts';
import type { GroundViews } from '../../src/rules/ground-views.ts';
import { finish } from '../../src/rules/steps.ts';
import { emptyCells, workMatrix } from '../../src/rules/worklist/empty-cells.ts';
import { missingStarts } from '../../src/rules/worklist/missing-starts.ts';
import { type FirmOnRecord, measuresAsked, openCriteria } from '../../src/rules/worklist/open-criteria.ts';
import { weakClaims } from '../../src/rules/worklist/weak-claims.ts';
import { compareWork, type WorkAsked, type WorkItem } from '../../src/rules/worklist/work-item.ts';
import { model } from '../graph-fixture.ts';
import { knownNoneOfDataset } from '../rules/known-none-of-dataset.ts';

/** All items about all firms, in order. */
export function worklistOfDataset(
  dataset: Dataset,
  views: GroundViews,
  rulebook: Rulebook,
  asked: WorkAsked,
): readonly WorkItem[] {
  const matrix = finish(workMatrix(views, asked));
  const knownNone = knownNoneOfDataset(views.ground, dataset, 'policies');
  return [
    ...(matrix ? finish(emptyCells(views, asked, matrix, knownNone)) : []),
    ...finish(missingStarts(views, asked)),
    ...finish(weakClaims(views, asked, weakFactsOf(dataset))),
    ...finish(
      openCriteria(views, rulebook, finish(measuresAsked(views, asked)), firmsOf(dataset), asked.day, []),
    ),
  ].sort(compareWork);
}

/** The keys of the facts that one source of tier NEWS alone backs. */
export function weakFactsOf({ nodes, relationships }: Dataset): ReadonlySet<string> {
  const weak = [...relationships.values()].filter(({ evidence }) => {
    const [source, ...others] = new Set(evidence.map((each) => each.source));
    return source !== undefined && others.length === 0 && nodes.get(source)?.properties.tier === 'NEWS';
  });
  return new Set(weak.map(({ key }) => key));
}

/** The firms on record, by id. */
export function firmsOf({ nodes, relationships }: Dataset): readonly FirmOnRecord[] {
  const out = new Map<string, DatasetRelationship[]>();
  for (const fact of relationships.values()) out.set(fact.from, [...(out.get(fact.from) ?? []), fact]);
  return [...nodes.values()]
    .filter(({ type }) => type === 'Firm')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((firm) => {
      const of = (type: string) => (out.get(firm.id) ?? []).filter((fact) => fact.type === type);
      const related = (type: string) =>
        of(type).map((fact) => ({ ...storedRelationship(fact), id: fact.to }));
      const owned = (type: string) =>
        of(type).flatMap(({ to }) => {
          const part = nodes.get(to);
          return part ? [storedNode(model, part)] : [];
        });
      const row = {
        own: storedNode(model, firm),
        industries: related('OPERATES_IN'),
        clusters: related('FIRM_BELONGS_TO'),
        places: related('FIRM_LOCATED_IN'),
        titles: owned('FIRM_HAS_TITLES'),
        listings: owned('FIRM_HAS_LISTINGS'),
        figures: owned('FIRM_HAS_FIGURES'),
      };
      return { id: firm.id, applicant: readApplicant(row, []) };
    });
}
