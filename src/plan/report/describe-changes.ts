/** A plan's changes as curators read them: one for each thing that a curator did, on the record whose seed says it. */

import type { Dataset, DatasetNode, DatasetRelationship, Evidence, Properties } from '../../model/dataset.ts';
import { type Model, type PropertyModel, type RelationshipModel, STATED_VALUE } from '../../model/model.ts';
import type { ChangeAction, ChangeWords, Details, RecordedChange } from '../../model/recorded-change.ts';
import { DERIVED_PROPERTIES } from '../../model/stored/derive-facts.ts';
import { ownedPlace } from '../../model/stored/owned-id.ts';
import { ownNaming, ownWords, valueText } from '../../model/words/own-words.ts';
import { type RecordNames, writtenSides } from '../../model/words/record-names.ts';
import type { Change } from '../changes/changes.ts';
import { isDerived } from '../changes/is-derived.ts';
import { type Touched, touchedFacts } from '../changes/touched-facts.ts';
import { evidenceText } from './evidence-text.ts';
import { joinHedges } from './join-hedges.ts';
import { nameRecords } from './name-records.ts';

/** What telling needs at every step. */
interface Telling {
  readonly model: Model;
  readonly names: RecordNames;
  readonly sides: ReadonlyMap<string, RelationshipModel>;
  /** Old ids by the new one. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * The described changes of a plan in their order: entity id, property, value. A record that comes or goes is one, each
 * property of a changed record is one, each relationship is one; what a record owns is described on the record. What
 * follows from these (citations, the days of a policy) is left out.
 */
export function describeChanges(
  model: Model,
  changes: readonly Change[],
  desired: Pick<Dataset, 'nodes' | 'relationships'>,
): readonly RecordedChange[] {
  const touched = touchedFacts(
    model,
    changes.filter((change) => !isDerived(change, model)),
  );
  const telling: Telling = {
    model,
    names: nameRecords(model, desired, changes),
    sides: writtenSides(model),
    renames: touched.renames,
  };
  return [
    ...touched.nodes.flatMap((each) => tellNode(telling, each)),
    ...touched.relationships.flatMap((each) => tellRelationship(telling, each)),
  ].sort(inOrder);
}

function tellNode(telling: Telling, { before, after }: Touched<DatasetNode>): readonly RecordedChange[] {
  const node = after ?? before;
  if (!node) return [];
  const owned = ownedPlace(node.id);
  if (owned) return tellOwned(telling, owned.owner, owned.field, { before, after });
  const { names, renames } = telling;
  const old = renames.get(node.id);
  const about = [...names.refersTo(node.id), ...(old === undefined ? [] : [old])];
  const entry = (action: ChangeAction, property?: string, was?: string, is?: string): RecordedChange => ({
    action,
    entityId: node.id,
    nodeType: node.type,
    property,
    before: was,
    after: is,
    words: { entity: names.nameOf(node.id) },
    aboutIds: about,
  });
  if (!before) return [entry('CREATE')];
  if (!after) return [entry('DELETE')];
  const renamed = old === undefined ? [] : [entry('RENAME', 'id', old, node.id)];
  const type = telling.model.nodeTypes.get(node.type);
  const [was, is] = joinHedges(type, before.properties, after.properties);
  const [then, now] = [
    { ...before, properties: was },
    { ...after, properties: is },
  ];
  const updates = changedNames(then, now)
    .filter((name) => !DERIVED_PROPERTIES.includes(name))
    .map((name) => entry('UPDATE', name, textOf(then, name), textOf(now, name)));
  return [...renamed, ...updates];
}

function tellOwned(
  { model, names, renames }: Telling,
  owner: string,
  field: string,
  { before, after }: Touched<DatasetNode>,
): readonly RecordedChange[] {
  const node = after ?? before;
  if (!node) return [];
  const name = ownWords(model, node).join(' ');
  const differing = before && after ? changedNames(before, after) : [];
  if (before && after && differing.length === 0) return [];
  const was = detailsOf(before, differing);
  const is = detailsOf(after, differing);
  const old = renames.get(owner);
  return [
    {
      action: actionOf(before, after),
      entityId: owner,
      nodeType: names.nodeOf(owner)?.type ?? '',
      property: field,
      before: before && withDetails(name, was),
      after: after && withDetails(name, is),
      words: {
        entity: names.nameOf(owner),
        owned: ownNaming(model, node),
        ...(node.type === STATED_VALUE ? { stated: String(node.properties.property) } : {}),
        ...bothSides(was, is),
      },
      aboutIds: [...names.refersTo(owner), ...(old === undefined ? [] : [old])],
    },
  ];
}

function tellRelationship(
  { model, names, sides, renames }: Telling,
  { before, after }: Touched<DatasetRelationship>,
): readonly RecordedChange[] {
  const relationship = after ?? before;
  const side = relationship && sides.get(relationship.type);
  if (!relationship || !side) return [];
  const inward = side.direction === 'IN';
  const { from, to } = relationship;
  const [here, far] = inward ? [to, from] : [from, to];
  const owned = ownedPlace(here);
  const entityId = owned?.owner ?? here;
  const declared = [...side.stored.properties, ...model.factProperties];
  const differing = before && after ? changedNames(before, after) : undefined;
  if (differing?.length === 0) return [];
  const was = detailsOf(before, differing ?? toldNames(declared, before));
  const is = detailsOf(after, differing ?? toldNames(declared, after));
  const kept = differing && detailsOf(after, without(toldNames(declared, after), differing));
  const thing = owned && names.nodeOf(here);
  return [
    {
      action: actionOf(before, after),
      entityId,
      nodeType: names.nodeOf(entityId)?.type ?? '',
      property: owned?.field ?? side.name,
      before: before && withDetails(far, was),
      after: after && withDetails(far, is),
      words: {
        entity: names.nameOf(entityId),
        ...(thing ? { owned: ownNaming(model, thing) } : {}),
        far: names.nameOf(far),
        relationship: relationship.type,
        ...(model.nodeTypes.has(farEnd(side)) ? {} : { farType: names.nodeOf(far)?.type ?? '' }),
        ...(inward ? { inward } : {}),
        ...(kept && Object.keys(kept).length > 0 ? { kept } : {}),
        ...bothSides(was, is),
      },
      aboutIds: [...new Set([far, ...names.refersTo(entityId)])].flatMap((id) => {
        const old = renames.get(id);
        return id === entityId ? [] : old === undefined ? [id] : [id, old];
      }),
    },
  ];
}

function actionOf(before: unknown, after: unknown): ChangeAction {
  if (before === undefined) return 'CREATE';
  return after === undefined ? 'DELETE' : 'UPDATE';
}

/** The type, or interface, at the end of a relationship where it is not written. */
function farEnd({ direction, stored }: RelationshipModel): string {
  return direction === 'IN' ? stored.from : stored.to;
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}

/** The properties of a relationship that are worth a word: those that are not as they are where nothing is said. */
function toldNames(
  declared: readonly PropertyModel[],
  relationship: DatasetRelationship | undefined,
): readonly string[] {
  return declared
    .filter((each) => relationship && valueText(relationship.properties, each.name) !== each.default)
    .map(({ name }) => name);
}

interface WithEvidence {
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
}

/** The names of what differs, evidence among them. */
function changedNames(before: WithEvidence, after: WithEvidence): readonly string[] {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties), 'evidence']);
  return [...names].filter((name) => textOf(before, name) !== textOf(after, name)).sort();
}

function textOf({ properties, evidence }: WithEvidence, name: string): string | undefined {
  if (name !== 'evidence') return valueText(properties, name);
  const words = evidence.map(evidenceText);
  return words.length === 0 ? undefined : words.join(' · ');
}

function detailsOf(record: WithEvidence | undefined, names: readonly string[]): Details {
  if (!record) return {};
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textOf(record, name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** Details where there are any: most facts have none, and what is kept for each change adds up. */
function bothSides(before: Details, after: Details): Pick<ChangeWords, 'before' | 'after'> {
  return {
    ...(Object.keys(before).length === 0 ? {} : { before }),
    ...(Object.keys(after).length === 0 ? {} : { after }),
  };
}

/** `region:zhoupu (role PRODUCTION, validFrom 2025-06)`. */
function withDetails(what: string, details: Details): string {
  const written = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return written.length === 0 ? what : `${what} (${written.join(', ')})`;
}

function inOrder(a: RecordedChange, b: RecordedChange): number {
  const keys = (each: RecordedChange) => [
    each.entityId,
    each.property ?? '',
    each.after ?? each.before ?? '',
    each.action,
    each.words.owned?.name ?? '',
  ];
  const [one, other] = [keys(a), keys(b)];
  const index = one.findIndex((key, position) => key !== other[position]);
  return index < 0 ? 0 : (one[index] ?? '') < (other[index] ?? '') ? -1 : 1;
}
