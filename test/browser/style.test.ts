/** The style of Neo4j Browser: derived from the model, distinct for all colour vision, legible on every colour. */

import { describe, expect, test } from 'vitest';
import { nodeStyles } from '../../src/browser/node-styles.ts';
import { contrast, HUES } from '../../src/browser/palette.ts';
import { relationshipStyles } from '../../src/browser/relationship-styles.ts';
import { renderGrass } from '../../src/browser/render-grass.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { seenWithout } from './colour-vision.ts';

const model = readModel('schema');
const styles = nodeStyles(model);
const styleOf = (type: string) => styles.find((each) => each.type === type);

describe('the style of nodes', () => {
  test('every node type has one style', () => {
    expect(styles.map(({ type }) => type).sort()).toEqual([...model.nodeTypes.keys()].sort());
  });

  test('text on every colour has the contrast that WCAG asks of small text', () => {
    const weak = styles.filter(({ color, textColor }) => contrast(color, textColor) < 4.5);
    expect(weak).toEqual([]);
  });

  test('the types of a family have shades of one hue, no two of them the same', () => {
    const colours = ['Policy', 'Measure', 'Region', 'Zone', 'Indicator', 'Target', 'Observation'].map(
      (type) => styleOf(type)?.color,
    );
    expect(new Set(colours).size).toBe(7);
    expect(HUES).toContain(styleOf('Policy')?.color);
    expect(HUES).not.toContain(styleOf('Measure')?.color);
  });

  test('a node has its name on it, or its caption where it has no name', () => {
    expect(styleOf('Policy')?.caption).toBe('{name}');
    expect(styleOf('Observation')?.caption).toBe('{caption}');
  });

  test.each(['protan', 'deutan', 'tritan'] as const)('hues are apart for %s colour vision', (vision) => {
    const seen = HUES.map((hue) => seenWithout(vision, hue));
    const distances = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => distance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(9);
  });
});

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

describe('the style of relationships', () => {
  const captions = new Map(relationshipStyles(model).map(({ type, caption }) => [type, caption]));

  test('every stored type, every list of owned nodes and what is derived has a caption', () => {
    const stored = [...model.stored.values()].flatMap(({ type, datedType, always }) =>
      always ? [type] : [type, datedType],
    );
    const owned = [...model.nodeTypes.values()].flatMap((type) =>
      [...type.owned.values()].map(({ relationshipType }) => relationshipType),
    );
    expect([...captions.keys()].sort()).toEqual(
      [...new Set([...stored, ...owned, 'DERIVED_SUPPORT'])].sort(),
    );
  });

  test('captions are Chinese words of the model, without the two ends', () => {
    expect(captions.get('SUPPORTS_INDUSTRY')).toBe('支持');
    expect(captions.get('ISSUED_BY')).toBe('由…印发');
    expect(captions.get('CITES')).toBe('引用');
    const foreign = [...captions.values()].filter((caption) => !/\p{Script=Han}/u.test(caption));
    expect(foreign).toEqual([]);
  });

  test('what is derived has a colour of its own', () => {
    const colourOf = (type: string) =>
      new RegExp(`relationship\\.${type} \\{\\s+color: (#\\w+);`).exec(renderGrass(model))?.[1];
    const colours = ['SUPPORTS_INDUSTRY', 'SUPPORTS_INDUSTRY_DATED', 'DERIVED_SUPPORT'].map(colourOf);
    expect(new Set(colours).size).toBe(3);
    expect(colours).not.toContain(undefined);
  });

  test('a caption shows what limits a fact: extent, role, days and modality', () => {
    expect(captions.get('WITHIN')).toContain('{extent}');
    expect(captions.get('FIRM_LOCATED_IN')).toContain('{role}');
    for (const property of ['{validFrom}', '{validTo}', '{modality}'])
      expect(captions.get('FOCUSES_ON_DATED')).toContain(property);
  });
});

describe('the style sheet', () => {
  const grass = renderGrass(model);

  test('is the same each time, with a rule for every label', () => {
    expect(renderGrass(readModel('schema'))).toBe(grass);
    for (const label of [...model.nodeTypes.keys(), ...model.interfaces.keys()])
      expect(grass).toContain(`node.${label} {`);
  });

  test('has no value with a character at which GraSS is split', () => {
    const values = [...grass.matchAll(/^ {2}[\w-]+: (.*);$/gm)].map(([, value = '']) => value);
    expect(values.length).toBeGreaterThan(100);
    expect(values.filter((value) => /[;:]/.test(value))).toEqual([]);
  });
});
