/** Two choices that narrow a view: an industry and a place. */

import { choicesQuestion } from '../views/questions.ts';
import { plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { address, language, t } from './state.ts';

type Choices = readonly { readonly id: string; readonly name: string; readonly nameEn: string | null }[];

/** The choices; '' is all. */
export function PlaceAndIndustry({
  onChange,
}: {
  readonly onChange: (parameters: { readonly [name: string]: string | undefined }) => void;
}) {
  const { data } = useAnswer(choicesQuestion());
  const { industry = '', place = '' } = address.value.parameters;
  const options = (choices: Choices = []) =>
    choices.map((each) => (
      <option key={each.id} value={each.id}>
        {plainName(each, language.value)}
      </option>
    ));
  const known = [
    ...(data?.industries.nodes ?? []),
    ...(data?.regions.nodes ?? []),
    ...(data?.zones.nodes ?? []),
  ];
  const unlisted = (id: string) =>
    id === '' || known.some((each) => each.id === id) ? null : <option value={id}>{id}</option>;
  return (
    <>
      <label>
        {t('产业：', 'Industry: ')}
        <select value={industry} onChange={(event) => onChange({ industry: event.currentTarget.value })}>
          <option value="">{t('全部产业', 'all industries')}</option>
          {unlisted(industry)}
          {options(data?.industries.nodes)}
        </select>
      </label>
      <label>
        {t('区域：', 'Place: ')}
        <select value={place} onChange={(event) => onChange({ place: event.currentTarget.value })}>
          <option value="">{t('所有区域', 'all places')}</option>
          {unlisted(place)}
          <optgroup label={t('行政区划', 'Regions')}>{options(data?.regions.nodes)}</optgroup>
          <optgroup label={t('园区', 'Zones')}>{options(data?.zones.nodes)}</optgroup>
        </select>
      </label>
    </>
  );
}
