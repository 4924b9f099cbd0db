/** Reads a ground from a graph: two statements, one row for each node or fact. */

import { cypherName } from '../cypher/names.ts';
import { type Row, type Run, type Statement, textOf } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { firstDay } from '../model/day.ts';
import type { Model } from '../model/model.ts';
import { GROUND_KINDS, type GroundFact, type GroundNode, groundInSteps } from '../rules/build-ground.ts';
import { FACT_TYPES, type FactType, type Ground } from '../rules/ground.ts';
import { inTurns } from './in-turns.ts';

/**
 * Reads the ground; the caller ensures that both statements read one state.
 * @param home the id of the dataset's home
 */
export async function loadGround(model: Model, run: Run, home?: string): Promise<Ground> {
  const nodes = await run(NODES);
  const facts = await run(factsStatement(model));
  return await inTurns(groundInSteps(eachOf(nodes, nodeOf), eachOf(facts, factOf), home));
}

/** Reads rows one by one as they are asked for, so that this is part of the steps. */
function* eachOf<T>(rows: readonly Row[], read: (row: Row) => T): Generator<T> {
  for (const row of rows) yield read(row);
}

/** The numbers of nodes and facts to read, from the counts that Neo4j keeps. */
export async function countGround(model: Model, run: Run): Promise<{ nodes: number; facts: number }> {
  const nodes = GROUND_KINDS.map((kind) => `COUNT { (:${kind}) }`);
  const facts = FACT_TYPES.flatMap((type) => storedTypes(model, type)).map(
    (type) => `COUNT { ()-[:${type}]->() }`,
  );
  const [row] = await run({
    text: `RETURN ${nodes.join(' + ')} AS nodes, ${facts.join(' + ')} AS facts`,
    parameters: {},
  });
  return { nodes: Number(row?.nodes ?? 0), facts: Number(row?.facts ?? 0) };
}

const NODES: Statement = {
  // Each kind is a label; that of places is an interface.
  text: GROUND_KINDS.map(
    (kind) => `MATCH (n:${kind}) WHERE n.id IS NOT NULL
RETURN '${kind}' AS kind, n.id AS id, n.stage AS stage, n.startDay AS startDay, n.endDay AS endDay,
  n.issuedOn AS issuedOn, n.instrument AS instrument, n.level AS level,
  n.industryKind AS industryKind, n.chainStage AS chainStage`,
  ).join('\nUNION ALL\n'),
  parameters: {},
};

function factsStatement(model: Model): Statement {
  const texts = FACT_TYPES.map(
    (type) => `MATCH (a)-[r:${storedTypes(model, type).join('|')}]->(b)
RETURN '${type}' AS type, a.id AS from, b.id AS to, r.key AS key, r.fromDay AS fromDay, r.toDay AS toDay,
  r.modality AS modality, r.extent AS extent`,
  );
  return { text: texts.join('\nUNION ALL\n'), parameters: {} };
}

/** The types under which a fact is stored: undated, and dated or planned. */
function storedTypes(model: Model, type: FactType): readonly string[] {
  const stored = model.stored.get(type);
  return stored ? [stored.type, stored.datedType].map(cypherName) : [];
}

/** A policy without a last day was not written by an apply, and is never in force. */
const NEVER = -1;

function nodeOf(row: Row): GroundNode {
  const kind = GROUND_KINDS.find((each) => each === row.kind);
  invariant(kind, `a kind of the ground: ${String(row.kind)}`);
  const id = String(row.id);
  if (kind === 'Measure') return { id, kind, instrument: textOf(row.instrument) };
  if (kind === 'Industry') {
    return { id, kind, industryKind: textOf(row.industryKind), chainStage: textOf(row.chainStage) };
  }
  if (kind === 'Place') return { id, kind, level: textOf(row.level) };
  if (kind !== 'Policy') return { id, kind };
  const issuedOn = textOf(row.issuedOn);
  return {
    id,
    kind,
    stage: textOf(row.stage),
    startDay: dayOf(row.startDay),
    endDay: dayOf(row.endDay) ?? NEVER,
    issuedDay: issuedOn === undefined ? undefined : firstDay(issuedOn),
  };
}

function factOf(row: Row): GroundFact {
  const type = FACT_TYPES.find((each) => each === row.type);
  invariant(type, `a type of fact of the ground: ${String(row.type)}`);
  return {
    type,
    key: textOf(row.key) ?? '',
    from: String(row.from),
    to: String(row.to),
    fromDay: dayOf(row.fromDay),
    toDay: dayOf(row.toDay),
    modality: textOf(row.modality),
    // A manual edit may lack the extent: it does not state that the whole place lies within.
    extent: textOf(row.extent) ?? (type === 'WITHIN' ? 'PART' : undefined),
  };
}

function dayOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
