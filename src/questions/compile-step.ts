/** A step of a proof: the fact, its ends, its words and its evidence. */

import { compileEvidence } from '../compile/compile-evidence.ts';
import { nameParts, readName } from '../compile/compile-name.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  compileMap,
  expression,
  type FactToFind,
  record,
} from '../compile/compiled.ts';
import { matchFact } from '../compile/match-decided.ts';
import { selectFields } from '../compile/select-fields.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { cypherName } from '../cypher/names.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { type Language, languageOf } from '../model/language.ts';
import { ENTITY, type Model, type StoredRelationship } from '../model/model.ts';
import type { Details } from '../model/recorded-change.ts';
import { plainType } from '../model/stored/stored-form.ts';
import { factSentence, type WriteEnd } from '../model/words/fact-sentence.ts';

/** A step as it was decided. */
export type DecidedStep = FactToFind;

/**
 * The steps of a proof that was decided, read from the graph.
 * @param row the variable of a map with `steps`, a list of {@link DecidedStep}
 * @param all the steps of all rows; read just before the statement is sent
 */
export function compileSteps(
  context: CompileContext,
  field: SelectedField,
  row: string,
  all: () => Iterable<DecidedStep>,
  compileNode: CompileNode,
): Compiled {
  const k = context.variable('k');
  const r = context.variable('r');
  const from = context.variable('n');
  const to = context.variable('n');
  const decided = context.variable('s');
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
        return expression(typeOf(context, r), (raw) => storedOf(context, raw)?.kind ?? null);
      case 'sentence':
        return compileSentence(context, each, { from, r, to });
      default:
        return expression(`${r}.${each.name}`);
    }
  }
  const steps = context.variable('c');
  return {
    calls: `CALL (${row}) { UNWIND range(0, size(${row}.steps) - 1) AS ${k}
WITH ${k}, ${row}.steps[${k}] AS ${decided}
${matchFact(context, { r, from, to }, decided, all)}
WITH ${k}, ${r}, ${from}, ${to} ORDER BY ${k}
${step.calls}RETURN collect(${step.text}) AS ${steps} }
`,
    text: steps,
    read: (raw) => array(raw).map(step.read),
  };
}

/** The stored type of a fact, whether it is read now or was kept. */
function typeOf({ earlier }: CompileContext, r: string): string {
  return earlier ? `${r}.storedType` : `type(${r})`;
}

/** The fact in words: with its extent, its modality and whatever else bounds it, but no dates, for it holds on the day. */
function compileSentence(
  context: CompileContext,
  field: SelectedField,
  { from, r, to }: { readonly from: string; readonly r: string; readonly to: string },
): Compiled {
  const { model } = context;
  const lang = languageOf(field.arguments.lang);
  const bounds = [
    ...new Set([...model.stored.values()].flatMap((each) => each.properties.map(({ name }) => name))),
  ];
  return {
    calls: '',
    text: `{type: ${typeOf(context, r)}, details: ${r} {.modality${bounds.map((name) => `, .${cypherName(name)}`).join('')}}, from: ${nameParts(model, from)}, to: ${nameParts(model, to)}}`,
    read: (raw) => {
      const { type, details, ...ends } = record(raw);
      return sentenceOfStep(model, String(type), record(details), ends, lang);
    },
  };
}

/**
 * A fact in words.
 * @param type its stored type
 * @param details what it says of itself, by property
 * @param ends the stored properties of its ends
 */
export function sentenceOfStep(
  model: Model,
  type: string,
  details: Readonly<Record<string, unknown>>,
  ends: Readonly<Record<string, unknown>>,
  lang: Language,
): string {
  const stored = model.stored.get(plainType(type));
  invariant(stored, `${type} is a relationship type of the model`);
  const write: WriteEnd = (end, isInside) => readName(model, ends[end], lang, isInside);
  const names = new Set(['modality', ...stored.properties.map(({ name }) => name)]);
  const said = Object.entries(details).filter(
    ([name, value]) => names.has(name) && typeof value === 'string',
  );
  return factSentence(model, stored, write, Object.fromEntries(said) as Details, lang);
}

function storedOf(context: CompileContext, type: unknown): StoredRelationship | undefined {
  return context.model.stored.get(plainType(String(type)));
}
