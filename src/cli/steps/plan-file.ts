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

/** A plan file as it was read. Nothing in it is applied: it is compared with a plan made again. */
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
    throw new UsageError({
      en: `The plan cannot be saved: ${wordsOf(error)}`,
      zh: `计划无法保存：${wordsOf(error)}`,
    });
  }
}

/**
 * Reads a plan file, and what it was made from.
 * @throws UsageError where it is not a plan
 */
export function readPlanFile(file: string): PlanFile {
  let text: string;
  try {
    if (statSync(file).size > MOST_BYTES) throw new Error('it is too large for a plan');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError({
      en: visibleText(`The plan ${file} cannot be read: ${wordsOf(error)}.`),
      zh: visibleText(`计划 ${file} 无法读取：${wordsOf(error)}。`),
    });
  }
  const origin = originOf(text);
  if (!origin)
    throw new UsageError({
      en: visibleText(`${file} is not a plan: kg plan --out ${file} makes one.`),
      zh: visibleText(`${file} 不是计划：可用 kg plan --out ${file} 生成。`),
    });
  return { file, text, origin: { ...origin, savedAs: file } };
}

/**
 * Compares a plan file with the plan that the same seeds and graph give now.
 * @throws ApplyRefused where they differ in a single byte, with what has changed
 */
export function refuseStale({ file, text }: PlanFile, made: SeedsPlan): void {
  const json = made.json();
  if (text === `${json}\n`) return;
  const [saved, now] = [statesOf(text), statesOf(json)];
  const moved = !saved
    ? { en: 'the file was changed', zh: '文件已被改动' }
    : saved.revision !== now?.revision
      ? {
          en: `the graph is at revision ${now?.revision}, and the plan was made at ${saved.revision}`,
          zh: `图谱现为版本 ${now?.revision}，而计划基于版本 ${saved.revision}`,
        }
      : saved.baseDigest !== now?.baseDigest
        ? {
            en: `it was made of another graph, whose revision ${saved.revision} has another digest`,
            zh: `计划基于另一图谱，其版本 ${saved.revision} 的摘要不同`,
          }
        : saved.digest !== now?.digest
          ? { en: 'the seeds have changed since', zh: '种子文件已有变化' }
          : {
              en: 'manual edits changed the graph since, or the file was changed',
              zh: '图谱有人工改动，或文件已被改动',
            };
  throw new ApplyRefused('stale', {
    en: `The plan ${file} is stale: ${moved.en}. kg plan --out ${file} makes it again.`,
    zh: `计划 ${file} 已过时：${moved.zh}。可用 kg plan --out ${file} 重新生成。`,
  });
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
