/** Choices of an industry and of a place, among those that the graph has. */

import { choicesQuestion } from '../views/questions.ts';
import { plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { address, language, t } from './state.ts';

interface Chosen {
  /** An id; '' for none. */
  readonly value: string;
  /** What '' is called. */
  readonly none: string;
  readonly onChange: (id: string) => void;
}

/** Both, as what narrows a view: '' is all. */
export function PlaceAndIndustry({
  onChange,
}: {
  readonly onChange: (parameters: { readonly [name: string]: string | undefined }) => void;
}) {
  const { industry = '', place = '' } = address.value.parameters;
  return (
    <>
      <span>
        <span aria-hidden="true">{t('产业：', 'Industry: ')}</span>
        <IndustrySelect
          value={industry}
          none={t('全部产业', 'all industries')}
          onChange={(id) => onChange({ industry: id })}
        />
      </span>
      <span>
        <span aria-hidden="true">{t('区域：', 'Place: ')}</span>
        <PlaceSelect
          value={place}
          none={t('所有区域', 'all places')}
          onChange={(id) => onChange({ place: id })}
        />
      </span>
    </>
  );
}

/** An industry. */
export function IndustrySelect({ value, none, onChange }: Chosen) {
  const { data } = useAnswer(choicesQuestion());
  const industries = data?.industries.nodes ?? [];
  return (
    <select
      aria-label={t('所属产业', 'Industry')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{none}</option>
      <Unlisted id={value} listed={industries} />
      <Options of={industries} />
    </select>
  );
}

/** A place: regions, then zones. */
export function PlaceSelect({ value, none, onChange }: Chosen) {
  const { data } = useAnswer(choicesQuestion());
  const [regions, zones] = [data?.regions.nodes ?? [], data?.zones.nodes ?? []];
  return (
    <select
      aria-label={t('所在区域', 'Place')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{none}</option>
      <Unlisted id={value} listed={[...regions, ...zones]} />
      <optgroup label={t('行政区划', 'Regions')}>
        <Options of={regions} />
      </optgroup>
      <optgroup label={t('园区', 'Zones')}>
        <Options of={zones} />
      </optgroup>
    </select>
  );
}

function Options({
  of,
}: {
  readonly of: readonly { readonly id: string; readonly name: string; readonly nameEn: string | null }[];
}) {
  return (
    <>
      {of.map((each) => (
        <option key={each.id} value={each.id}>
          {plainName(each, language.value)}
        </option>
      ))}
    </>
  );
}

/** What an address names beside the choices is shown as it is. */
function Unlisted({
  id,
  listed,
}: {
  readonly id: string;
  readonly listed: readonly { readonly id: string }[];
}) {
  if (id === '' || listed.some((each) => each.id === id)) return null;
  return <option value={id}>{id}</option>;
}
