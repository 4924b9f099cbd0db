/** A graph that a newer version of this program has written. */

import { TextError } from '../diagnostics/text-error.ts';
import { STORED_FORM } from '../model/schema/model-version.ts';

/** Nothing is read of such a graph and nothing written to it: it may hold what this program would leave behind. */
export class NewerGraph extends TextError {
  override name = 'NewerGraph';

  constructor(form: number) {
    super({
      en: `The graph was written by a newer version of this program, in stored form ${form}; this version knows forms up to ${STORED_FORM}. Nothing was changed: use the newer version.`,
      zh: `图谱由本程序的更新版本写入，存储格式为 ${form}；当前版本只支持到格式 ${STORED_FORM}。未作任何改动：请使用更新的版本。`,
    });
  }
}
