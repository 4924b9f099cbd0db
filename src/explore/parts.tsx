/** Small parts that all views are made of. */

import type { ComponentChildren } from 'preact';
import { nodeStyles } from '../browser/node-styles.ts';
import { enumWords, type Named, plainName, typeOfId, typeWords } from '../views/vocabulary.ts';
import type { Answer } from './ask.ts';
import { language, pathOf, t, vocabulary } from './state.ts';

const STYLES = new Map(nodeStyles(vocabulary.model).map((style) => [style.type, style]));

/** The colour of a node type: the same as in Neo4j Browser. */
export function colourOf(type: string): string {
  return STYLES.get(type)?.color ?? '#D5D8DC';
}

/** The colour of text on it. */
export function textColourOf(type: string): string {
  return STYLES.get(type)?.textColor ?? '#1B1F24';
}

/** The node type of an entity. */
export function typeNameOf(entity: Named): string {
  return entity.__typename ?? typeOfId(vocabulary.model, entity.id)?.name ?? '';
}

/** A type by its colour and its word. */
export function TypeTag({ type }: { readonly type: string }) {
  return (
    <span class="type">
      <span class="dot" style={{ background: colourOf(type) }} />
      {typeWords(vocabulary, type, language.value)}
    </span>
  );
}

/** A link to an entity, by its name. */
export function EntityLink({ entity }: { readonly entity: Named }) {
  return (
    <a
      class="entity"
      href={pathOf(entity.id)}
      lang={language.value === 'EN' && !entity.nameEn ? 'zh' : undefined}
    >
      {plainName(entity, language.value)}
    </a>
  );
}

/** A word of an enum. */
export function word(name: string, value: string): string {
  return enumWords(vocabulary, name, value, language.value);
}

/** Whether an answer covers all of it, as a sign and a word. */
export function Scope({ scope }: { readonly scope: string }) {
  return scope === 'WHOLE' ? (
    <span class="scope whole">{t('全部', 'whole')}</span>
  ) : (
    <span class="scope part">{t('部分', 'part')}</span>
  );
}

/** Shows an answer: its shape while it loads, what failed with a way to ask again, and what there is. */
export function Panel<Data>({
  answer,
  lines = 3,
  children,
}: {
  readonly answer: Answer<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ComponentChildren;
}) {
  const { data, faults, isLoading, retry } = answer;
  return (
    <div class={isLoading && data ? 'panel stale' : 'panel'} aria-busy={isLoading}>
      {faults.map((fault) => (
        <p class="fault" role="alert" key={fault.message}>
          <strong>{faultTitle(fault.code)}</strong> {fault.message}{' '}
          <button type="button" onClick={retry}>
            {t('重试', 'Try again')}
          </button>
        </p>
      ))}
      {data === undefined && isLoading ? <Skeleton lines={lines} /> : null}
      {data === undefined ? null : children(data)}
    </div>
  );
}

function Skeleton({ lines }: { readonly lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{t('正在查询', 'Loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span class="bone" key={at} />
      ))}
    </div>
  );
}

function faultTitle(code: string): string {
  switch (code) {
    case 'BAD_USER_INPUT':
      return t('这个问题无法回答：', 'This cannot be asked:');
    case 'TIMEOUT':
      return t('图数据库仍在准备这个问题：', 'The graph is still planning this:');
    case 'REVISION_UNAVAILABLE':
      return t('这个版本没有答案：', 'Not to be had of this revision:');
    case 'SERVICE_UNAVAILABLE':
    case 'UNREACHABLE':
      return t('暂时无法查询：', 'Not available right now:');
    default:
      return t('出错：', 'Something went wrong:');
  }
}
