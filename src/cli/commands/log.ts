/** `kg log`: the revisions, newest first; with `--about`, what they told of one record. */

import { visibleText } from '../../diagnostics/visible-text.ts';
import {
  isThere,
  type KeptChange,
  type Revision,
  readRevisions,
  readToldAbout,
} from '../../graph/reading/read-revisions.ts';
import { changeId } from '../../model/recorded-change.ts';
import { readModel } from '../../model/schema/read-model.ts';
import type { ChangeContent } from '../../model/words/change-sentence.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import {
  type ChangeOptions,
  changeJson,
  LANGUAGES,
  renderChange,
  undoText,
} from '../steps/render-changes.ts';
import { withGraph } from '../steps/with-graph.ts';

/** Options of `kg log`. */
export interface LogOptions {
  /** The id of a record. */
  readonly about?: string;
  readonly lang?: string;
}

/** How much of a digest tells revisions apart at a glance. */
const SHORT = 12;

/** Lists revisions. */
export const showLog: Command<LogOptions> = async (context, { about, lang = 'zh' }) => {
  const { terminal, json } = context;
  return withGraph(context, async ({ graph }) => {
    const { revisions, changes, known } = await graph.readAll(async (run) => {
      const told = about === undefined ? [] : await readToldAbout(run, about);
      return {
        revisions: await readRevisions(run),
        changes: told,
        known: about === undefined || told.length > 0 || (await isThere(run, about)),
      };
    });
    if (!known) throw new Error(`nothing has, or ever had, the id ${visibleText(about ?? '')}`);
    if (about === undefined) {
      if (json) terminal.result(JSON.stringify(revisions.map(revisionRecord), null, 2));
      else terminal.result(revisions.map(revisionLine).join('\n') || 'Nothing was applied yet.');
      return EXIT.done;
    }
    const options: ChangeOptions = {
      model: readModel(SCHEMA_FOLDER),
      language: LANGUAGES[lang] ?? 'ZH',
      colour: terminal.colourResults,
    };
    const touching = revisions
      .map((revision) => ({
        revision,
        changes: changes.filter((change) => change.revision === revision.number),
      }))
      .filter((each) => each.changes.length > 0);
    if (json) {
      const all = touching.map(({ revision, changes: own }) => ({
        ...revisionRecord(revision),
        changes: own.map((each) => ({ id: changeId(each.place), ...changeJson(changeOf(each), options) })),
      }));
      terminal.result(JSON.stringify(all, null, 2));
      return EXIT.done;
    }
    const lines = touching.flatMap(({ revision, changes: own }) => [
      revisionLine(revision),
      ...own.map((each) => `  ${renderChange(changeOf(each), options)}`),
    ]);
    terminal.result(lines.join('\n') || `No revision tells of ${about}: it was loaded by import.`);
    return EXIT.done;
  });
};

function changeOf({ entityId, told }: KeptChange): ChangeContent & { readonly entityId: string } {
  // Written by apply, from a value of this type.
  return { ...(JSON.parse(told) as ChangeContent), entityId };
}

/** `revision 3  2026-11-24T03:12:08Z  2 created, 1 changed, 0 deleted  q8FhZ0aLk3xY  rolled back to 1` */
function revisionLine(revision: Revision): string {
  const { number, at, created, renamed, updated, deleted, digest } = revision;
  const undo = undoText(revision);
  return [
    `revision ${number}`,
    at,
    `${renamed > 0 ? `${renamed} renamed, ` : ''}${created} created, ${updated} changed, ${deleted} deleted`,
    digest.slice(0, SHORT),
    ...(undo === '' ? [] : [undo]),
  ].join('  ');
}

function revisionRecord(revision: Revision) {
  const { number, at, digest, created, renamed, updated, deleted, told, undo, redoneBy } = revision;
  return {
    revision: number,
    at,
    digest,
    created,
    renamed,
    updated,
    deleted,
    told,
    undo: undo ?? null,
    redoneBy: redoneBy ?? null,
  };
}
