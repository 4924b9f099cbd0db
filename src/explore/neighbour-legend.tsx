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
  const kinds = [...new Set(links.map((each) => each.kind))];
  const found = new Set(links.map((each) => each.tier));
  const tiers = [...TIERS, ''].filter((name) => found.has(name));
  const switchIn = (part: keyof Hidden) => (name: string) => ({
    isOn: !hidden[part].has(name),
    onSwitch: () => onChange({ ...hidden, [part]: toggled(hidden[part], name) }),
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
      {kinds.length > 1 ? (
        <Group title={t('图例与筛选：关系', 'Legend and filter: relationships')}>
          {kinds.map((name) => (
            <Switch key={name} {...kind(name)}>
              {relationshipWords(name, language.value)}
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

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}
