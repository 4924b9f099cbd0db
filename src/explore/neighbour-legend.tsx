/** The legend of a picture of neighbours, which is its filter: types of nodes, kinds of relationships, tiers of sources. */

import type { ComponentChildren } from 'preact';
import { TIERS } from '../views/evidence-words.ts';
import type { Hidden, Link } from '../views/neighbours.ts';
import type { Named } from '../views/vocabulary.ts';
import { LineSample } from './drawn-steps.tsx';
import { TypeTag, typeNameOf, word } from './parts.tsx';
import { relationshipWords } from './relationship-words.ts';
import { language, t } from './state.ts';

/** The legend: what is unchecked is not drawn. */
export function NeighbourLegend({
  drawn: { nodes, links },
  hidden,
  onChange,
}: {
  readonly drawn: { readonly nodes: ReadonlyMap<string, Named>; readonly links: readonly Link[] };
  readonly hidden: Hidden;
  readonly onChange: (hidden: Hidden) => void;
}) {
  const types = [...new Set([...nodes.values()].map(typeNameOf))];
  // Kinds that go by the same words are one to a reader: a firm is "in" a park as a park is "in" a district.
  const kinds = new Map<string, readonly string[]>();
  for (const each of new Set(links.map(({ kind }) => kind))) {
    const words = relationshipWords(each, language.value);
    kinds.set(words, [...(kinds.get(words) ?? []), each]);
  }
  const found = new Set(links.map((each) => each.tier));
  const tiers = [...TIERS, ''].filter((name) => found.has(name));
  const switchIn =
    (part: keyof Hidden) =>
    (...names: readonly string[]) => ({
      isOn: !names.every((name) => hidden[part].has(name)),
      onSwitch: () => onChange({ ...hidden, [part]: toggled(hidden[part], names) }),
    });
  const [type, kind, tier] = [switchIn('types'), switchIn('kinds'), switchIn('tiers')];
  return (
    <>
      <Group title={t('图例与筛选：类型', 'Legend and filter: types')}>
        {types.map((name) => (
          <Switch key={name} {...type(name)}>
            <TypeTag type={name} />
          </Switch>
        ))}
      </Group>
      {kinds.size > 1 ? (
        <Group title={t('图例与筛选：关系', 'Legend and filter: relationships')}>
          {[...kinds].map(([words, names]) => (
            <Switch key={words} {...kind(...names)}>
              {words}
            </Switch>
          ))}
        </Group>
      ) : null}
      {tiers.length > 1 ? (
        <Group title={t('图例与筛选：来源等级', 'Legend and filter: tiers of sources')}>
          {tiers.map((name) => (
            <Switch key={name} {...tier(name)}>
              <LineSample tier={name} /> {name ? word('SourceTier', name) : t('无来源', 'no source')}
            </Switch>
          ))}
        </Group>
      ) : null}
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="legend">
      <legend class="hidden">{title}</legend>
      {children}
    </fieldset>
  );
}

function Switch({
  isOn,
  onSwitch,
  children,
}: {
  readonly isOn: boolean;
  readonly onSwitch: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={onSwitch} />
      {children}
    </label>
  );
}

/** Switches all of some names off, or on where all of them are off. */
function toggled(hidden: ReadonlySet<string>, names: readonly string[]): ReadonlySet<string> {
  const rest = [...hidden].filter((each) => !names.includes(each));
  return new Set(names.every((name) => hidden.has(name)) ? rest : [...rest, ...names]);
}
