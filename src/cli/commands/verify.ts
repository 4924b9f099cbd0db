/** `kg verify`: holds the proofs of an answer against seeds or a backup, without a server or a database. */

import { readFileSync } from 'node:fs';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { datasetOfBackup } from '../../export/backup/dataset-of-backup.ts';
import type { Dataset } from '../../model/dataset.ts';
import { dayText, firstDay, isFullDay, todayIn } from '../../model/day.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { type GivenAnswer, readAnswer } from '../../verify/read-answer.ts';
import { verifyProof } from '../../verify/verify-answer.ts';
import { type Command, type CommandContext, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readCheckedSeeds } from '../steps/checked-seeds.ts';
import { plural } from '../terminal/plural.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg verify`. */
export interface VerifyOptions {
  readonly on?: string;
  readonly backup?: string;
}

/** Something wrong with a proof: its position in the answer, and what. */
interface Fault {
  readonly position: string;
  readonly message: string;
}

/** Reports each step and proof that does not hold; 1 where there is any, or nothing to check. */
export const verify: Command<VerifyOptions> = async (context, { on, backup }) => {
  const { terminal, json, operands } = context;
  const [file = ''] = operands;
  const asked = on === undefined ? undefined : firstDay(on);
  if (on !== undefined && (asked === undefined || !isFullDay(on))) {
    throw new UsageError(`--on takes a day like 2024-02-20, not "${on}".`);
  }
  const answer = readAnswer(readJson(file));
  const model = readModel(SCHEMA_FOLDER);
  const dataset = await readDataset(context, model, backup);
  if (!dataset) return EXIT.refused;
  const day = asked ?? firstDay(todayIn(dataset.info.timeZone)) ?? 0;
  const faults = faultsOf(model, dataset, answer, day);
  const checked = answer.proofs.length;
  if (json) terminal.result(JSON.stringify({ file, day: dayText(day), checked, faults }, null, 2));
  else for (const { position, message } of faults) terminal.result(visibleText(`${position}: ${message}`));
  terminal.say(summaryOf(answer, faults, backup ?? 'the seeds', dayText(day)));
  return checked > 0 && faults.length === 0 ? EXIT.done : EXIT.refused;
};

function faultsOf(
  model: Model,
  dataset: Dataset,
  { proofs, unchecked }: GivenAnswer,
  day: number,
): readonly Fault[] {
  return [
    ...proofs.flatMap((proof) =>
      verifyProof(model, dataset, proof, day).map((message) => ({ position: proof.position, message })),
    ),
    ...unchecked.map(({ position, missing }) => ({
      position,
      message: `it cannot be checked: add ${missing.join(', ')} to the selection, and ask again`,
    })),
  ];
}

function summaryOf(
  { proofs, unchecked }: GivenAnswer,
  faults: readonly Fault[],
  of: string,
  day: string,
): string {
  if (proofs.length + unchecked.length === 0) {
    return 'There is no proof in it: kg verify checks what support answers with "because", and paths with "steps".';
  }
  const wrong = new Set(faults.map(({ position }) => position)).size;
  const held = `${plural(proofs.length, 'proof')} held against ${of} on ${day}`;
  return wrong === 0
    ? `${held}: all hold.`
    : `${held}: ${wrong} of ${proofs.length + unchecked.length} do not hold.`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read';
    throw new UsageError(
      `${visibleText(file)}: ${why}. kg verify takes an answer of the API as it was sent.`,
    );
  }
}

async function readDataset(
  context: CommandContext,
  model: Model,
  backup: string | undefined,
): Promise<Dataset | undefined> {
  return backup === undefined ? readCheckedSeeds(context, model)?.dataset : datasetOfBackup(model, backup);
}
