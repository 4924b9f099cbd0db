/** Every fault of a schema folder is reported at once, with its position and remedy. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render-diagnostic.ts';
import { checkSchema } from '../../src/model/schema/check-schema.ts';
import { readSchemaTexts } from '../../src/model/schema/read-schema-folder.ts';

const FOLDER = 'test/model/schema-faults';
const VOCABULARY = readFileSync('schema/directives.graphql', 'utf8');
const BASE = readFileSync(join(FOLDER, 'base.graphql'), 'utf8');
const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql') && name !== 'base.graphql')
  .map((name) => name.replace(/\.graphql$/, ''));

/** The faults of declarations that are added to a model of two types. */
function faultsOf(text: string): string {
  const sources = new Map([
    ['directives.graphql', VOCABULARY],
    ['base.graphql', BASE],
    ['case.graphql', text],
  ]);
  return `${renderDiagnostics(checkSchema(sources), sources, { colour: false, language: 'en' }).join('\n\n')}\n`;
}

describe('a schema folder with faults', () => {
  test.each(CASES)('reports what is wrong in %s', async (name) => {
    const found = faultsOf(readFileSync(join(FOLDER, `${name}.graphql`), 'utf8'));
    expect(found).not.toBe('\n');
    await expect(found).toMatchFileSnapshot(join('schema-faults', `${name}.txt`));
  });

  test('shows each code of the schema at least once', () => {
    const declared = readFileSync('src/diagnostics/diagnostic.ts', 'utf8').matchAll(/'(schema\/[a-z]+)'/g);
    const shown = CASES.map((name) => readFileSync(join(FOLDER, `${name}.txt`), 'utf8')).join('');
    expect([...declared].map(([, code = '']) => code).filter((code) => !shown.includes(` ${code} `))).toEqual(
      [],
    );
  });
});

describe('the product’s own schema', () => {
  test('has no fault', () => {
    expect(checkSchema(readSchemaTexts('schema'))).toEqual([]);
  });

  test('has one with each directive misspelled', () => {
    const texts = readSchemaTexts('schema');
    const names = [...VOCABULARY.matchAll(/^directive @(\w+)/gm)].map(([, name = '']) => name);
    const unnoticed = names.filter((name) => {
      const edited = [...texts].map(([file, text]): [string, string] =>
        file.endsWith('directives.graphql') ? [file, text] : [file, text.replaceAll(`@${name}`, `@${name}x`)],
      );
      return checkSchema(new Map(edited)).length === 0;
    });
    expect(unnoticed).toEqual([]);
  });
});
