/** Tests of records, and how several of them are combined. */

import type { DatasetNode } from '../../model/dataset.ts';

/** Whether a record passes a test. */
export type RecordTest = (node: DatasetNode) => boolean;

type Combine = (tests: readonly RecordTest[], node: DatasetNode) => boolean;

/** Passes where every test passes; undefined where one of them is not valid. */
export function allOf(tests: readonly (RecordTest | undefined)[]): RecordTest | undefined {
  return combine(tests, (valid, node) => valid.every((test) => test(node)));
}

/** Passes where one test passes; undefined where one of them is not valid. */
export function anyOf(tests: readonly (RecordTest | undefined)[]): RecordTest | undefined {
  return combine(tests, (valid, node) => valid.some((test) => test(node)));
}

function combine(tests: readonly (RecordTest | undefined)[], how: Combine): RecordTest | undefined {
  const valid = tests.filter((test) => test !== undefined);
  return valid.length === tests.length ? (node) => how(valid, node) : undefined;
}
