/** Every root field of the API, and what answers it. */

import { compileGroups, groupsField } from '../compile/compile-groups.ts';
import { compileList } from '../compile/compile-list.ts';
import { compileLookUp, compileLookUps } from '../compile/compile-root.ts';
import { type Model, rootTypes } from '../model/model.ts';
import { CHAIN_IDS, compileChain } from '../questions/chain/compile-chain.ts';
import { compileGraphInfo } from '../questions/changes/compile-graph-info.ts';
import { CLAIMS_IDS, compileClaimsQuestion } from '../questions/claims/compile-claims-question.ts';
import { COMPARE_IDS, compileCompare } from '../questions/compare/compile-compare.ts';
import { COVERAGE_IDS, compileCoverage } from '../questions/coverage/compile-coverage.ts';
import { APPLICANTS_IDS, compileApplicants } from '../questions/eligibility/compile-applicants.ts';
import {
  compileEligibility,
  describesItsCaller,
  ELIGIBILITY_IDS,
} from '../questions/eligibility/compile-eligibility.ts';
import { compileExpiring, EXPIRING_IDS } from '../questions/expiring/compile-expiring.ts';
import { compileLookUpThen } from '../questions/past/compile-look-up-then.ts';
import { compilePaths, PATHS_IDS } from '../questions/paths/compile-paths.ts';
import { compileProgress, PROGRESS_IDS } from '../questions/progress/compile-progress.ts';
import { compileProgressThen } from '../questions/progress/compile-progress-then.ts';
import { compileResolve } from '../questions/resolve/compile-resolve.ts';
import { compileSearch } from '../questions/search/compile-search.ts';
import { compileSupport, SUPPORT_IDS } from '../questions/support/compile-support.ts';
import { compileSupportDiff, SUPPORT_DIFF_IDS } from '../questions/support/compile-support-diff.ts';
import { compileWorklist, WORKLIST_IDS } from '../questions/worklist/compile-worklist.ts';
import { answerChanges } from './answer-changes.ts';
import { answerQuestion, decideQuestion } from './answer-question.ts';
import type { RootField } from './root-field.ts';

/** Every root field by name: look-ups, questions, and a list and its grouped counts for each node type. */
export function rootFields(model: Model): Readonly<Record<string, RootField>> {
  const lists = rootTypes(model).flatMap((type): readonly (readonly [string, RootField])[] => [
    [type.root?.list ?? '', { compile: (context, field) => compileList(context, type.name, field) }],
    [groupsField(type.name), { compile: (context, field) => compileGroups(context, type, field) }],
  ]);
  return {
    chain: decideQuestion(CHAIN_IDS, compileChain),
    applicants: decideQuestion(APPLICANTS_IDS, compileApplicants),
    changes: answerChanges,
    claims: decideQuestion(CLAIMS_IDS, compileClaimsQuestion),
    expiring: decideQuestion(EXPIRING_IDS, compileExpiring),
    compare: decideQuestion(COMPARE_IDS, compileCompare),
    coverage: decideQuestion(COVERAGE_IDS, compileCoverage),
    eligibility: {
      ...decideQuestion(ELIGIBILITY_IDS, compileEligibility),
      isConfidential: describesItsCaller,
    },
    graph: { compile: compileGraphInfo },
    lookUp: { compile: compileLookUp, decideThen: compileLookUpThen },
    node: { compile: compileLookUp },
    nodes: { compile: compileLookUps, decideThen: compileLookUpThen },
    paths: decideQuestion(PATHS_IDS, compilePaths),
    progress: { ...answerQuestion(PROGRESS_IDS, compileProgress), decideThen: compileProgressThen },
    resolve: { compile: compileResolve },
    search: { compile: compileSearch },
    support: decideQuestion(SUPPORT_IDS, compileSupport),
    supportDiff: { ...decideQuestion(SUPPORT_DIFF_IDS, compileSupportDiff), isOfThen: true },
    worklist: decideQuestion(WORKLIST_IDS, compileWorklist),
    ...Object.fromEntries(lists),
  };
}
