/** `kg status`: which graph, which revision, and whether the seeds differ from it. */

import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Run } from '../../graph/graph.ts';
import { findMissingIndexes, lacksLookUp } from '../../graph/missing-indexes.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { SupportDifference } from '../../ground/store-support.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { DERIVED_SUPPORT } from '../../model/stored/derived-support.ts';
import { type Audit, auditGraph } from '../../plan/drift/audit-graph.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type CheckedSeeds, readCheckedSeeds } from '../steps/checked-seeds.ts';
import { differs, leftOutWords, readSupportDifference } from '../steps/derive-support.ts';
import { withGraph } from '../steps/with-graph.ts';

/** Options of `kg status`. */
export interface StatusOptions {
  /** Reads all: whether other hands changed it, and whether it obeys the model. */
  readonly deep?: boolean;
}

/** Tells how the graph stands. */
export const status: Command<StatusOptions> = async (context, { deep }) => {
  const { terminal, json } = context;
  const model = readModel(SCHEMA_FOLDER);
  // Faults are words here: the one JSON value is the status, which says that there are some.
  const seeds = readCheckedSeeds({ ...context, json: false }, model);
  return withGraph(context, async ({ database, graph }) => {
    const found = await graph.readAll((run) => readStatus(model, seeds, run));
    if (deep) terminal.working('Reading the whole graph …');
    const audit = deep ? await graph.readStreams((stream, run) => auditGraph(model, stream, run)) : undefined;
    const derived = deep && found.modelFits ? await readSupportDifference(model, graph) : undefined;
    const all = {
      kind: database.kind,
      uri: database.uri,
      ...found,
      ...(audit ? { deep: { ...audit, ...derivedJson(derived) } } : {}),
    };
    const text = renderStatus(all) + (audit ? renderAudit(audit) + renderDerived(derived) : '');
    terminal.result(json ? JSON.stringify(all, null, 2) : text);
    const isRight = audit === undefined || audit.findings.length === 0;
    return isRight && !(derived && differs(derived)) ? EXIT.done : EXIT.refused;
  });
};

async function readStatus(model: Model, seeds: CheckedSeeds | undefined, run: Run) {
  const { info, ...state } = stateOf(await run(STATE_STATEMENT));
  const [counts] = await run({
    text: `CALL () { MATCH (n) WHERE n.nodeType IS NOT NULL RETURN count(n) AS nodes }
CALL () { MATCH ()-[r]->() WHERE r.key IS NOT NULL RETURN count(r) AS relationships }
RETURN nodes, relationships`,
    parameters: {},
  });
  // Before the first apply none is missing, and a new model brings its own.
  const missing =
    state.revision > 0 && state.modelVersion === model.version ? await findMissingIndexes(model, run) : [];
  const isCompared = seeds !== undefined && !lacksLookUp(missing);
  const plan = isCompared ? await makePlan(model, seeds.dataset, run) : undefined;
  return {
    ...state,
    dataset: info?.name ?? null,
    nodes: Number(counts?.nodes ?? 0),
    relationships: Number(counts?.relationships ?? 0),
    modelFits: state.revision === 0 || state.modelVersion === model.version,
    indexesMissing: missing.length,
    seeds: seeds ? (plan ? 'checked' : 'uncompared') : 'faulty',
    changesPending: plan ? plan.changes.length + (plan.infoChanges ? 1 : 0) : null,
  };
}

function renderStatus(
  status: { readonly kind: string; readonly uri: string } & Awaited<ReturnType<typeof readStatus>>,
): string {
  const { changesPending } = status;
  const seeds =
    status.seeds === 'uncompared'
      ? 'are not compared before nodes can be looked up'
      : changesPending === null
        ? 'have faults: kg validate tells them'
        : changesPending === 0
          ? 'are as the graph'
          : `differ from the graph by ${changesPending} changes, with all that follows from them: kg plan shows them`;
  return [
    `graph     ${status.uri} (${status.kind})`,
    `dataset   ${status.dataset ?? 'none applied yet'}`,
    `revision  ${status.revision}${status.appliedAt ? `, applied ${status.appliedAt}` : ''}`,
    `digest    ${status.digest ?? '—'}`,
    `holds     ${status.nodes} nodes, ${status.relationships} relationships`,
    `model     ${status.modelFits ? 'fits' : 'is another than the graph was built by: kg apply brings it up'}`,
    ...(status.indexesMissing > 0
      ? [`indexes   ${status.indexesMissing} are missing, as after an import: kg apply makes them`]
      : []),
    `seeds     ${seeds}`,
  ].join('\n');
}

function renderAudit({ findings, nodes, relationships }: Audit): string {
  const read = `read      all ${nodes} nodes and ${relationships} relationships`;
  if (findings.length === 0) return `\n${read}: as they were loaded, and as the model has it`;
  const lines = findings.map(({ message }) => `  ! ${visibleText(message)}`);
  return [`\n${read}: ${findings.length} are not as they should be`, ...lines].join('\n');
}

/** The derived relationships of support in numbers: to be kept, missing, and there although they do not follow. */
function derivedJson(derived: SupportDifference | undefined) {
  if (!derived) return {};
  const { kept, missing, extra } = derived;
  return { derivedSupport: { kept: kept ?? null, missing: missing.length, extra: extra.length } };
}

function renderDerived(derived: SupportDifference | undefined): string {
  if (!derived) return '';
  const { kept, missing, extra } = derived;
  const wrong = differs(derived)
    ? `; ${missing.length} are missing and ${extra.length} do not follow: kg apply corrects them, once the seeds are as the graph`
    : '';
  const said = leftOutWords(derived) ?? `${kept} ${DERIVED_SUPPORT} relationships, as support answers`;
  return `\nderived   ${said}${wrong}`;
}
