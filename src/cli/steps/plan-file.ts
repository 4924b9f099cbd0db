/** Plan files: a plan saved, to be applied as it was read. */

import { readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { writeDraft } from '../../export/draft-file.ts';
import { ApplyRefused } from '../../plan/apply-refused.ts';
import type { PlanOrigin } from '../../plan/report/plan-json.ts';
import { UsageError } from '../usage-error.ts';
import type { SeedsPlan } from './seeds-plan.ts';

/** A plan of a hundred thousand new records takes less. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A plan file as it was read. Nothing in it is applied: it is held against the plan made anew. */
export interface PlanFile {
  readonly file: string;
  readonly text: string;
  readonly origin: PlanOrigin;
}

/**
 * Saves a plan: the file has it whole or is not there.
 * @throws UsageError where it cannot be written
 */
export async function savePlan(file: string, json: string): Promise<void> {
  try {
    await writeDraft(file, Readable.from([`${json}\n`]));
  } catch (error) {
    throw new UsageError(`The plan cannot be saved: ${wordsOf(error)}`);
  }
}

/**
 * Reads a plan file, and what it was made from.
 * @throws UsageError where it is none
 */
export function readPlanFile(file: string): PlanFile {
  let text: string;
  try {
    if (statSync(file).size > MOST_BYTES) throw new Error('it is too large for a plan');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(visibleText(`The plan ${file} cannot be read: ${wordsOf(error)}.`));
  }
  const origin = originOf(text);
  if (!origin) throw new UsageError(visibleText(`${file} is no plan: kg plan --out ${file} makes one.`));
  return { file, text, origin: { ...origin, savedAs: file } };
}

/**
 * Holds a plan file against the plan that the same seeds and graph come to now.
 * @throws ApplyRefused where they differ in a single byte, which says what has moved
 */
export function refuseStale({ file, text }: PlanFile, made: SeedsPlan): void {
  const json = made.json();
  if (text === `${json}\n`) return;
  const [saved, now] = [statesOf(text), statesOf(json)];
  const moved = !saved
    ? 'the file was changed'
    : saved.revision !== now?.revision
      ? `the graph is at revision ${now?.revision}, and the plan was made at ${saved.revision}`
      : saved.baseDigest !== now?.baseDigest
        ? `it was made of another graph, whose revision ${saved.revision} has another digest`
        : saved.digest !== now?.digest
          ? 'the seeds have changed since'
          : 'manual edits changed the graph since, or the file was changed';
  throw new ApplyRefused(
    'stale',
    `The plan ${file} is stale: ${moved}. kg plan --out ${file} makes it anew.`,
  );
}

interface States {
  readonly revision: unknown;
  readonly baseDigest: unknown;
  readonly digest: unknown;
}

function statesOf(text: string): States | undefined {
  const value = parse(text);
  return value && 'revision' in value && 'baseDigest' in value && 'digest' in value ? value : undefined;
}

function originOf(text: string): PlanOrigin | undefined {
  const value = parse(text);
  if (!value || !('seeds' in value) || !('overwriteDrift' in value)) return undefined;
  const { seeds, overwriteDrift } = value;
  if (!Array.isArray(seeds) || !seeds.every((each) => typeof each === 'string')) return undefined;
  return typeof overwriteDrift === 'boolean' ? { seeds, overwriteDrift } : undefined;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
