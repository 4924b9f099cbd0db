/** Relationships as patterns, and which of them are there on a day (§2.5). */

import { cypherName } from '../cypher/names.ts';
import type { RelationshipModel, StoredRelationship } from '../model/model.ts';
import type { CompileContext } from './compiled.ts';

/** Both stored types of a relationship, as they stand in a pattern: WITHIN|WITHIN_DATED. */
export function typePattern(...stored: readonly StoredRelationship[]): string {
  return stored.flatMap((each) => [cypherName(each.type), cypherName(each.datedType)]).join('|');
}

/** A relationship as a pattern between two nodes: -[r0:WITHIN|WITHIN_DATED]->. */
export function arrowPattern(relationship: RelationshipModel, inner: string): string {
  return relationship.direction === 'OUT' ? `-[${inner}]->` : `<-[${inner}]-`;
}

/**
 * A condition that a relationship is there on the day of the question; undefined where nothing is filtered. The
 * plain type has no days, so that null means: always.
 * @example
 * (r0.fromDay IS NULL OR r0.fromDay <= $day <= r0.toDay)
 */
export function validCondition(
  context: CompileContext,
  stored: StoredRelationship,
  variable: string,
): string | undefined {
  if (context.day === undefined || stored.always) return undefined;
  return `(${variable}.fromDay IS NULL OR ${variable}.fromDay <= $day <= ${variable}.toDay)`;
}

/** A WHERE of those conditions that there are, or nothing. */
export function where(...conditions: readonly (string | undefined)[]): string {
  const given = conditions.filter((condition) => condition !== undefined && condition !== '');
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
}
