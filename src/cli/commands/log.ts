/** `kg log`: the revisions, newest first; with `--about`, what they changed about one record. */

import { inLanguage, type Text } from '../../diagnostics/text.ts';
import { TextError } from '../../diagnostics/text-error.ts';
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

/** How much of a digest distinguishes revisions at a glance. */
const SHORT = 12;

/** Lists revisions. */
export const showLog: Command<LogOptions> = async (context, { about, lang = 'zh' }) => {
  const { terminal, json } = context;
  const line = (revision: Revision) => inLanguage(revisionLine(revision), terminal.language);
  return withGraph(context, async ({ graph }) => {
    const { revisions, changes, known } = await graph.readAll(async (run) => {
      const found = about === undefined ? [] : await readToldAbout(run, about);
      return {
        revisions: await readRevisions(run),
        changes: found,
        known: about === undefined || found.length > 0 || (await isThere(run, about)),
      };
    });
    if (!known) throw unknownId(about ?? '');
    if (about === undefined) {
      if (json) terminal.result(JSON.stringify(revisions.map(revisionRecord), null, 2));
      else terminal.result(revisions.map(line).join('\n') || NOTHING_APPLIED);
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
      line(revision),
      ...own.map((each) => `  ${renderChange(changeOf(each), options)}`),
    ]);
    terminal.result(
      lines.join('\n') || {
        en: `No revision has a change of ${about}: it was loaded by import.`,
        zh: `各版本都没有 ${about} 的变化：它由导入载入。`,
      },
    );
    return EXIT.done;
  });
};

function unknownId(about: string): TextError {
  const id = visibleText(about);
  return new TextError({
    en: `nothing has, or ever had, the id ${id}`,
    zh: `现在和过去都没有 id 为 ${id} 的记录`,
  });
}

const NOTHING_APPLIED: Text = { en: 'Nothing was applied yet.', zh: '图谱尚无任何版本。' };

function changeOf({ entityId, told }: KeptChange): ChangeContent & { readonly entityId: string } {
  // Written by apply, from a value of this type.
  return { ...(JSON.parse(told) as ChangeContent), entityId };
}

/** `revision 3  2026-11-24T03:12:08Z  2 created, 1 changed, 0 deleted  q8FhZ0aLk3xY  rolled back to 1` */
function revisionLine(revision: Revision): Text {
  const { number, at, created, renamed, updated, deleted, digest } = revision;
  const undo = undoText(revision);
  const short = digest.slice(0, SHORT);
  const counts: Text = {
    en: `${renamed > 0 ? `${renamed} renamed, ` : ''}${created} created, ${updated} changed, ${deleted} deleted`,
    zh: `${renamed > 0 ? `改名 ${renamed}，` : ''}新增 ${created}，修改 ${updated}，删除 ${deleted}`,
  };
  return {
    en: [`revision ${number}`, at, counts.en, short, ...(undo.en === '' ? [] : [undo.en])].join('  '),
    zh: [`版本 ${number}`, at, counts.zh, short, ...(undo.zh === '' ? [] : [undo.zh])].join('  '),
  };
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
