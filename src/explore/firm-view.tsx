/** What a firm can apply for: the question that decides most, what can be had, what is missing, what it misses by how much. */

import { FIRM_VIEW, type FirmData, firmHeading, firmTable, sortOffers } from '../views/firm.ts';
import { firmQuestion, firmRecordQuestion, profileQuestion } from '../views/firm-questions.ts';
import { profileOfRecord } from '../views/firm-record.ts';
import type { Question } from '../views/operation.ts';
import {
  EMPTY_PROFILE,
  isEmptyProfile,
  type Profile,
  profileTried,
  readProfile,
  writeProfile,
} from '../views/profile.ts';
import { provenanceOf, withProvenance } from '../views/provenance.ts';
import { renderCsv } from '../views/table.ts';
import { type Answer, useAnswer } from './ask.ts';
import { FirmFacts } from './firm-facts.tsx';
import { FirmLists } from './firm-lists.tsx';
import { NextAsked } from './firm-next.tsx';
import { FirmStart } from './firm-start.tsx';
import { FirmTried } from './firm-tried.tsx';
import { Panel } from './parts.tsx';
import { address, fragment, keepInFragment, language, t, viewState } from './state.ts';
import { type OwnFile, TakeAway } from './take-away.tsx';
import { Title } from './title.tsx';
import './firm.css';

/** The view. */
export function FirmView() {
  const { firm } = address.value.parameters;
  const written = readProfile(fragment.value);
  const isWritten = !isEmptyProfile(written);
  const record = useAnswer(firm ? firmRecordQuestion(address.value, firm) : undefined);
  const onRecord = record.data?.firm && 'name' in record.data.firm ? record.data.firm : undefined;
  // What is changed of a firm on record begins with what is on record of it.
  const begun = onRecord ? profileOfRecord(onRecord) : EMPTY_PROFILE;
  const profile = isWritten ? written : { ...begun, unknown: written.unknown, whatIf: written.whatIf };
  const question = questionFor(firm, written, isWritten);
  const tried = profile.whatIf
    ? profileQuestion(address.value, profileTried(profile), language.value)
    : undefined;
  const answer = useAnswer(question);
  const triedAnswer = useAnswer(tried);
  const shown = tried ? triedAnswer : answer;
  const state = viewState();
  const heading = shown.data ? firmHeading(state, shown.data) : undefined;
  const change = (next: Profile) => keepInFragment(writeProfile(next));
  const facts = (
    <FirmFacts
      profile={profile}
      record={onRecord}
      isWritten={isWritten}
      named={answer.data?.asked ?? []}
      onChange={change}
    />
  );
  return (
    <article class="firm-page">
      <Title
        text={heading?.heading ?? t('你的企业能申请哪些政策？', 'Which policies can your firm apply for?')}
        note={heading?.summary ?? ''}
        tools={
          shown.data?.eligibility && question ? (
            <TakeAway
              question={tried ?? question}
              data={shown.data}
              {...formsOf(tried ?? question, shown.data)}
            />
          ) : null
        }
      />
      {question === undefined ? (
        <FirmStart onDone={change} />
      ) : (
        <div class="firm-columns">
          <div class="firm-aside">{firm ? <Panel answer={record}>{() => facts}</Panel> : facts}</div>
          <div class="firm-answer">
            <Panel answer={answer} lines={8}>
              {(data) => (
                <>
                  <FirmTried profile={profile} before={data} after={triedAnswer} onChange={change} />
                  <NextAsked data={data} profile={profile} onChange={change} />
                </>
              )}
            </Panel>
            <Panel answer={shown as Answer<FirmData>} lines={tried ? 8 : 0}>
              {(data) =>
                data.eligibility ? (
                  <FirmLists
                    lists={sortOffers(data.eligibility.nodes)}
                    question={tried ?? question}
                    profile={profile}
                    onChange={change}
                  />
                ) : null
              }
            </Panel>
          </div>
        </div>
      )}
    </article>
  );
}

/** What is asked: of what the reader wrote, else of the firm on record; nothing before either is there. */
function questionFor(firm: string | undefined, written: Profile, isWritten: boolean) {
  if (isWritten) return profileQuestion(address.value, written, language.value);
  return firm ? firmQuestion(address.value, firm, language.value) : undefined;
}

/** The server has the files of firms on record; those of profiles are made here. */
function formsOf(question: Question, data: FirmData) {
  if (!question.isPrivate) return { forms: ['csv', 'json', 'ics'] as const };
  const state = viewState();
  const files: readonly OwnFile[] = [
    {
      form: 'csv',
      text: () =>
        renderCsv(
          withProvenance(
            firmTable(state, data),
            provenanceOf(address.value, data.graph, location.origin),
            language.value,
          ),
        ),
    },
    { form: 'json', text: () => `${JSON.stringify({ question: question.variables, data }, null, 2)}\n` },
    { form: 'ics', text: () => FIRM_VIEW.calendar?.(state, data, location.origin) ?? '' },
  ];
  return { files };
}
