/** A step of a proof: the fact, its ends, its words and its evidence. */

import { compileEvidence } from '../../compile/compile-evidence.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  compileMap,
  expression,
  record,
} from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { languageOf } from '../../model/language.ts';
import { ENTITY, type StoredRelationship } from '../../model/model.ts';
import { plainType } from '../../model/stored-form.ts';

/**
 * The steps that a list of relationships stands for.
 * @param list the expression of the list
 */
export function compileSteps(
  context: CompileContext,
  field: SelectedField,
  list: string,
  compileNode: CompileNode,
): Compiled {
  const k = context.variable('k');
  const r = context.variable('r');
  const from = context.variable('n');
  const to = context.variable('n');
  const step = compileMap(
    selectFields(context, 'Step', field.nodes).map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileStepField(each),
    ]),
    'Step',
  );
  function compileStepField(each: SelectedField): Compiled {
    switch (each.name) {
      case 'from':
        return compileNode(context, ENTITY, each.nodes, from);
      case 'to':
        return compileNode(context, ENTITY, each.nodes, to);
      case 'evidence':
        return compileEvidence(context, each, r, compileNode);
      case 'relationship':
        return expression(`type(${r})`, (raw) => storedOf(context, raw)?.kind ?? null);
      case 'sentence':
        return compileSentence(context, each, { from, r, to });
      default:
        return expression(`${r}.${each.name}`);
    }
  }
  const steps = context.variable('c');
  return {
    calls: `CALL (${list}) { UNWIND range(0, size(${list}) - 1) AS ${k}
WITH ${k}, ${list}[${k}] AS ${r}
WITH ${k}, ${r}, startNode(${r}) AS ${from}, endNode(${r}) AS ${to} ORDER BY ${k}
${step.calls}RETURN collect(${step.text}) AS ${steps} }
`,
    text: steps,
    read: (raw) => array(raw).map(step.read),
  };
}

const HEDGES: Readonly<Record<string, { readonly ZH: string; readonly EN: string }>> = {
  ESTIMATED: { ZH: '（预计）', EN: ' (estimated)' },
  PLANNED: { ZH: '（计划）', EN: ' (planned)' },
  AIMED_FOR: { ZH: '（力争）', EN: ' (aimed for)' },
};

/** The fact in words, as its relationship type says it, with its hedge. */
function compileSentence(
  context: CompileContext,
  field: SelectedField,
  { from, r, to }: { readonly from: string; readonly r: string; readonly to: string },
): Compiled {
  const lang = languageOf(field.arguments.lang);
  const name = (n: string) => (lang === 'EN' ? `coalesce(${n}.nameEn, ${n}.name)` : `${n}.name`);
  return {
    calls: '',
    text: `{type: type(${r}), modality: ${r}.modality, from: ${name(from)}, to: ${name(to)}}`,
    read: (raw) => {
      const { type, modality, from: fromName, to: toName } = record(raw);
      const template = storedOf(context, type)?.sentence[lang] ?? '{from} → {to}';
      const hedge = HEDGES[String(modality)]?.[lang] ?? '';
      return (
        template.replaceAll(/\{(from|to)\}/g, (_, end) => String(end === 'from' ? fromName : toName)) + hedge
      );
    },
  };
}

function storedOf(context: CompileContext, type: unknown): StoredRelationship | undefined {
  return context.model.stored.get(plainType(String(type)));
}
