/** The ground of a large country, without a database: memory, and the longest that its steps hold the process up. */

import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { groundInSteps } from '../../src/rules/build-ground.ts';
import type { SupportAsked } from '../../src/rules/find-answers.ts';
import type { Ground } from '../../src/rules/ground.ts';
import { createGroundViews, type GroundViews } from '../../src/rules/ground-views.ts';
import { countAnswers, pageOfAnswers } from '../../src/rules/page-of-answers.ts';
import { proofOf } from '../../src/rules/proof.ts';
import { finish, type Steps } from '../../src/rules/steps.ts';
import { whyNot } from '../../src/rules/why-not.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { groundRecords } from '../rules/ground-of-dataset.ts';

/** What some work took, in ms: of the processor in all, and its longest step. */
export interface StepCost {
  readonly name: string;
  readonly cpu: number;
  readonly longest: number;
}

/** What the ground of so many records takes. */
export interface GroundCost {
  readonly nodes: number;
  readonly facts: number;
  /** Bytes of the ground alone, and with all that was kept while the questions were answered. */
  readonly alone: number;
  readonly answered: number;
  readonly steps: readonly StepCost[];
}

const DAY = 20261130;
const PROOFS = 20;

const [folder] = process.argv.slice(2);
if (folder !== undefined) process.stdout.write(JSON.stringify(measureGround(folder)));

function measureGround(seeds: string): GroundCost {
  // The first time leaves compiled code behind, which is not the ground's.
  useGround([], seeds);
  const steps: StepCost[] = [];
  const used = useGround(steps, seeds);
  const rest = heap();
  return { ...used, alone: used.alone - rest, answered: used.answered - rest, steps };
}

/** Builds a ground and asks it; nothing of it is left afterwards. Its sizes are those of the whole process. */
function useGround(steps: StepCost[], seeds: string): Omit<GroundCost, 'steps'> {
  const { nodes, facts, views } = build(steps, seeds);
  const alone = heap();
  ask(steps, views);
  return { nodes, facts, alone, answered: heap() };
}

interface Built {
  readonly nodes: number;
  readonly facts: number;
  readonly views: GroundViews;
}

function build(steps: StepCost[], seeds: string): Built {
  const model = readModel('schema');
  const { dataset, diagnostics } = readSeeds(model, [seeds]);
  if (!dataset) throw new Error(`made seeds have faults: ${diagnostics[0]?.message.en}`);
  const { nodes, facts } = groundRecords(model, deriveFacts(model, dataset));
  const ground = measure(steps, 'build the ground', groundInSteps(nodes, facts, dataset.info.home));
  return { nodes: nodes.length, facts: facts.length, views: createGroundViews(ground) };
}

/** Asks questions, and then the widest on as many days as there are views that are kept. */
function ask(steps: StepCost[], views: GroundViews): void {
  for (const [name, asked] of questionsOf(views.ground)) {
    measure(steps, `${name}: total`, countAnswers(views, asked));
    measure(steps, `${name}: first page, ${PROOFS} proofs`, provedPage(views, asked));
    measure(steps, `${name}: whyNot`, whyNot(views, asked));
  }
  for (let year = 2014; year <= 2026; year += 1) {
    for (const includePlanned of [false, true]) {
      finish(whyNot(views, { day: year * 10_000 + 615, includePlanned }));
    }
  }
}

/** Everything, the widest industry in the widest place, and a policy. */
function questionsOf({
  ids,
  industries,
  places,
  policies,
}: Ground): readonly (readonly [string, SupportAsked])[] {
  const none = { day: DAY, includePlanned: false };
  const first = (numbers: Int32Array, kind: string) =>
    numbers.find((number) => ids[number]?.startsWith(kind) === true) ?? 0;
  return [
    ['everything', none],
    [
      'one industry and place',
      { ...none, industry: first(industries, 'industry:'), place: first(places, 'region:') },
    ],
    ['one policy', { ...none, policy: policies[0] ?? 0 }],
  ];
}

function* provedPage(views: GroundViews, asked: SupportAsked): Steps<number> {
  let proved = 0;
  for (const answer of yield* pageOfAnswers(views, asked, 'POLICY', PROOFS, undefined)) {
    yield;
    if (proofOf(views, asked, answer)) proved += 1;
  }
  return proved;
}

/** Does steps one by one; a step is measured by the processor's time, which other processes do not lengthen. */
function measure<T>(costs: StepCost[], name: string, steps: Steps<T>): T {
  const cpuNow = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  const begun = cpuNow();
  let longest = 0;
  for (;;) {
    const before = cpuNow();
    const step = steps.next();
    longest = Math.max(longest, cpuNow() - before);
    if (!step.done) continue;
    costs.push({ name, cpu: cpuNow() - begun, longest });
    return step.value;
  }
}

/** Bytes in use after everything unreachable is gone, arrays of numbers among them. */
function heap(): number {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
