/** All that is known of one entity: facts as sentences with their evidence, when, and what it is connected to. */

import { ENTITY, type NodeTypeModel } from '../model/model.ts';
import { clocksOf, isThen } from '../views/clocks.ts';
import { type FactItem, type Item, ownedFacts, propertyFacts } from '../views/entity-facts.ts';
import { connectionsOf, factsQuestion, headQuestion, type Looked } from '../views/entity-operation.ts';
import type { Question } from '../views/operation.ts';
import { nameOfRecord } from '../views/record.ts';
import { type Named, typeOfId } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { CitedBy } from './cited-by.tsx';
import { OutsideLink, Tier } from './evidence.tsx';
import { FactList } from './fact-list.tsx';
import { FactsOf } from './facts-of.tsx';
import { NeighbourPicture } from './neighbour-picture.tsx';
import { Panel, TypeTag } from './parts.tsx';
import { address, go, language, pathTo, pathWith, servedHeading, t, vocabulary } from './state.ts';
import { TakeAway } from './take-away.tsx';
import { Timeline } from './timeline.tsx';
import { Title } from './title.tsx';
import './entity.css';

/** The field by which a source leads to all that rests on it. */
const CITED_BY = 'citedBy';

interface Head {
  readonly entity: (Item & Named & { readonly browserUrl: string | null }) | null;
  readonly counts: Item | null;
}

/** The view. */
export function EntityView({ id }: { readonly id: string }) {
  const type = typeOfId(vocabulary.model, id);
  return type?.root ? <Known id={id} type={type} /> : <Unknown id={id} />;
}

function Known({ id, type }: { readonly id: string; readonly type: NodeTypeModel }) {
  const { parameters } = address.value;
  const looked: Looked = { id, clocks: clocksOf(parameters), language: language.value };
  const question = headQuestion(vocabulary.model, type, looked) as Question<Head>;
  const answer = useAnswer(question);
  const { data } = answer;
  const entity = data?.entity ?? undefined;
  if (data && data.entity === null && answer.faults.length === 0) return <Unknown id={id} />;
  // The address goes along with an id that was given up for another.
  if (entity && entity.id !== id) go({ ...address.value, id: entity.id }, true);
  const name = entity ? nameOfRecord(vocabulary, entity, language.value) : (servedHeading() ?? id);
  const counted = connectionsOf(type, isThen(parameters)).flatMap((field) => {
    const count = Number((data?.counts?.[field] as Item | undefined)?.totalCount ?? 0);
    return count > 0 ? [{ field, count }] : [];
  });
  return (
    <article class="entity-page">
      <Title
        text={name}
        note={entity ? otherNames(entity, name) : ''}
        above={
          <p class="kind">
            <TypeTag type={type.name} /> <code>{id}</code>
          </p>
        }
        tools={
          <TakeAway question={question} forms={['csv', 'json', 'jsonld']} browserUrl={entity?.browserUrl} />
        }
      />
      <Panel answer={answer} lines={6}>
        {() =>
          entity ? (
            <>
              <SourceLine entity={entity} />
              <WaysOn entity={entity} type={type} />
              <FactList facts={propertyFacts(vocabulary, type, entity, language.value)} about={entity} />
              <Owned facts={ownedFacts(vocabulary, type, entity, language.value)} about={entity} />
              {isThen(parameters) ? <NoMoreOfThen /> : null}
            </>
          ) : null
        }
      </Panel>
      {entity && counted.length > 0 ? (
        <Around entity={entity} type={type} looked={looked} counted={counted} />
      ) : null}
    </article>
  );
}

/** What an earlier revision does not give. */
function NoMoreOfThen() {
  return (
    <p class="note">
      {t(
        '较早的版本只有记录自身的内容、依据和当时推得的政策；与其他记录的关系请看最新版本。',
        'Of an earlier revision there are the record’s own values, their sources and the policies derived then; how it is connected, the newest says.',
      )}{' '}
      <a href={pathWith({ revision: undefined })}>{t('看最新版本', 'See the newest')}</a>
    </p>
  );
}

/** What an entity is connected to: counts first, then the facts, then a picture of them. */
function Around({
  entity,
  type,
  looked,
  counted,
}: {
  readonly entity: Named & Item;
  readonly type: NodeTypeModel;
  readonly looked: Looked;
  readonly counted: readonly { readonly field: string; readonly count: number }[];
}) {
  const fields = counted.map(({ field }) => field).filter((field) => field !== CITED_BY);
  const answer = useAnswer(
    fields.length > 0 ? (factsQuestion(vocabulary.model, type, looked, fields) as Question<Item>) : undefined,
  );
  const labelOf = (field: string) =>
    type.relationships.get(field)?.words[language.value] ?? t('现行有效的政策', 'policies in force');
  return (
    <>
      <nav class="counts" aria-label={t('相关记录', 'Connected')}>
        {counted.map(({ field, count }) => (
          <a key={field} href={`#${field}`}>
            {labelOf(field)} <b>{count}</b>
          </a>
        ))}
      </nav>
      <Timeline entity={entity} type={type} data={answer.data} />
      {counted.map(({ field, count }) =>
        field === CITED_BY ? (
          <CitedBy key={field} id={entity.id} count={count} />
        ) : (
          <FactsOf
            key={field}
            entity={entity}
            type={type}
            looked={looked}
            field={field}
            label={labelOf(field)}
            count={count}
            few={answer}
          />
        ),
      )}
      {fields.length > 0 && !isThen(address.value.parameters) ? (
        <NeighbourPicture entity={entity} type={type} data={answer.data} looked={looked} />
      ) : null}
    </>
  );
}

/** What a record owns, list by list. */
function Owned({ facts, about }: { readonly facts: readonly FactItem[]; readonly about: Named }) {
  const fields = [...new Set(facts.map(({ field }) => field))];
  return (
    <>
      {fields.map((field) => {
        const own = facts.filter((fact) => fact.field === field);
        return (
          <section key={field}>
            <h2>
              {own[0]?.label} <span class="count">{own.length}</span>
            </h2>
            <FactList facts={own} about={about} isBare />
          </section>
        );
      })}
    </>
  );
}

/** The questions that one can ask of an entity next. */
function WaysOn({ entity, type }: { readonly entity: Named; readonly type: NodeTypeModel }) {
  if (!type.interfaces.includes(ENTITY)) return null;
  const { id } = entity;
  const ways = [
    ...(type.interfaces.includes('Place')
      ? [
          { href: pathTo('support', { place: id }), text: t('这里的政策支持', 'Support here') },
          { href: pathTo('compare', { places: id }), text: t('与其他区域比较', 'Compare with other places') },
          { href: pathTo('targets', { place: id }), text: t('这里的目标进度', 'Targets here') },
          { href: pathTo('changes', { place: id }), text: t('变更与到期', 'Changes and ends') },
        ]
      : []),
    ...(type.name === 'Industry'
      ? [
          { href: pathTo('support', { industry: id }), text: t('支持它的政策', 'Policies that support it') },
          { href: pathTo('chain', { industry: id }), text: t('看产业链', 'See its chain') },
          { href: pathTo('targets', { industry: id }), text: t('目标进度', 'Its targets') },
          { href: pathTo('changes', { industry: id }), text: t('变更与到期', 'Changes and ends') },
        ]
      : []),
    ...(type.name === 'Firm'
      ? [{ href: pathTo('firm', { firm: id }), text: t('能申请哪些政策', 'What it can apply for') }]
      : []),
    ...(type.name === 'Policy'
      ? [{ href: pathTo('targets', { policy: id }), text: t('它的目标进度', 'How far its targets are') }]
      : []),
    // Sources back facts and are in none, so that no path leads to one.
    ...(type.relationships.size > 0
      ? [
          {
            href: pathTo('path', { from: id }),
            text: t('与另一个对象的关联', 'How it is connected to something'),
          },
        ]
      : []),
  ];
  if (ways.length === 0) return null;
  return (
    <p class="ways">
      {ways.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </p>
  );
}

/** What a source is, where the entity is one. */
function SourceLine({ entity }: { readonly entity: Item }) {
  if (typeof entity.tier !== 'string') return null;
  return (
    <p>
      <Tier tier={entity.tier} /> <OutsideLink url={typeof entity.url === 'string' ? entity.url : null} />
    </p>
  );
}

function Unknown({ id }: { readonly id: string }) {
  const name = id.split(':').at(-1)?.replaceAll('-', ' ') ?? id;
  return (
    <article>
      <Title text={t(`没有编号为“${id}”的记录`, `There is no record with the id “${id}”`)} />
      <p class="empty">
        {t(
          '编号可能写错，或记录在这一天之前的版本里。',
          'The id may be misspelt, or the record of another graph.',
        )}{' '}
        <a href={pathTo('search', { q: name })}>{t(`检索“${name}”`, `Search for “${name}”`)}</a>
      </p>
    </article>
  );
}

function otherNames({ name, nameEn, aliases }: Item, shown: string): string {
  const names = [name, nameEn, ...(Array.isArray(aliases) ? aliases : [])];
  return names.filter((each): each is string => typeof each === 'string' && each !== shown).join(' · ');
}
