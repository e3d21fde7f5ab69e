import type {
  Accountability,
  Assessments,
  LogbookEntry,
} from '../../domain/accountability/accountability.js';
import type { Instant } from '../../domain/shared/calendar.js';
import { amsterdamDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Block, Document, Section } from '../documents/document.js';
import { ACTIVITY_WORDS, REGIME_WORDS } from '../dossiers/words/dutch-words.js';
import {
  duration,
  FORM_TITLES,
  GOAL_WORDS,
  longDate,
  MISSING_WORDS,
  RESULT_WORDS,
  SESSION_FORM_WORDS,
  tenths,
} from './report-words.js';

/** What people wrote, opened for who may read it; null where somebody was forgotten or may not be named. */
export interface ReportTexts {
  readonly candidate: string | null;
  readonly organisation: string;
  readonly funder: string;
  coach(id: Id): string;
  summary(sessionId: Id): string | null;
  sessionGoals(sessionId: Id): readonly string[];
  goal(goalId: Id): string | null;
  adjustments(evaluationId: Id): string | null;
  remark(assessmentId: Id): string | null;
}

const UNKNOWN = 'niet meer bekend';

/** The report as a document in Dutch. `reportedAt` is when it was made: nothing that came later is in it. */
export function accountabilityDocument(
  report: Accountability,
  texts: ReportTexts,
  reportedAt: Instant,
): Document {
  const { from, to, form } = report;
  return {
    title: `${FORM_TITLES[form]}: ${longDate(from)} t/m ${longDate(to)}`,
    language: 'nl',
    author: texts.organisation,
    asOf: reportedAt,
    introduction: [
      {
        kind: 'facts',
        facts: [
          { term: 'Kandidaat', value: texts.candidate ?? UNKNOWN },
          { term: 'Jobcoachorganisatie', value: texts.organisation },
          { term: 'Opdrachtgever', value: texts.funder },
          { term: 'Gemaakt op', value: longDate(amsterdamDate(reportedAt)) },
        ],
      },
      ...missingOf(report),
    ],
    sections: [
      hoursOf(report),
      goalsOf(report, texts),
      evaluationsOf(report, texts),
      assessmentsOf('Beoordeling door de kandidaat', report.candidateAssessments, texts),
      assessmentsOf('Beoordeling door de werkgever', report.employerAssessments, texts),
      activitiesOf(report, texts),
      absenceOf(report),
      logbookOf(report.logbook, texts),
    ],
  };
}

function missingOf({ missing }: Accountability): readonly Block[] {
  if (missing.length === 0) return [];
  return [
    { kind: 'paragraph', text: 'Dit ontbrak toen het verslag werd gemaakt:' },
    { kind: 'list', items: missing.map((what) => MISSING_WORDS[what]) },
  ];
}

function hoursOf({ grants, hours, employerContacts }: Accountability): Section {
  const { grantedMinutes, usedMinutes, approvedMinutes, declaredMinutes } = hours;
  return {
    heading: 'Toekenning en uren',
    blocks: [
      {
        kind: 'list',
        items: grants.map(
          ({ from, to, regime, minutes }) =>
            `Toegekend van ${longDate(from)} t/m ${longDate(to)}, regime ${REGIME_WORDS[regime]}${minutes === null ? '' : `, ${duration(minutes)}`}.`,
        ),
      },
      {
        kind: 'facts',
        facts: [
          {
            term: 'Toegekend in deze periode',
            value: grantedMinutes === null ? 'geen' : duration(grantedMinutes),
          },
          { term: 'Gebruikt', value: duration(usedMinutes) },
          { term: 'Goedgekeurd', value: duration(approvedMinutes) },
          { term: 'Gedeclareerd', value: duration(declaredMinutes) },
          {
            term: 'Contact met werkgevers',
            value: `${employerContacts.count} keer, samen ${duration(employerContacts.minutes)}`,
          },
        ],
      },
    ],
  };
}

function goalsOf({ goals }: Accountability, texts: ReportTexts): Section {
  if (goals.length === 0) return empty('Resultaat per doel', 'Er zijn geen doelen vastgelegd.');
  return {
    heading: 'Resultaat per doel',
    blocks: [
      {
        kind: 'table',
        caption: 'De doelen uit het plan van aanpak; de hoofddoelen eerst',
        columns: [{ heading: 'Doel', share: 4 }, { heading: 'Soort' }, { heading: 'Stand', share: 2 }],
        rows: goals.map(({ id, main, state, on }) => [
          texts.goal(id) ?? UNKNOWN,
          main ? 'hoofddoel' : 'doel',
          `${GOAL_WORDS[state]}${on === null ? '' : ` op ${longDate(on)}`}`,
        ]),
      },
    ],
  };
}

function evaluationsOf({ evaluations }: Accountability, texts: ReportTexts): Section {
  if (evaluations.length === 0)
    return empty('Evaluaties', 'Er zijn in deze periode geen evaluaties vastgelegd.');
  return {
    heading: 'Evaluaties',
    blocks: [
      {
        kind: 'table',
        caption: 'De evaluaties in deze periode',
        columns: [
          { heading: 'Dag' },
          { heading: 'Resultaat', share: 2 },
          { heading: 'Wat er verandert', share: 3 },
        ],
        rows: evaluations.map(({ id, on, resultCode }) => [
          longDate(on),
          resultCode === null ? 'geen code' : `${resultCode}: ${RESULT_WORDS[resultCode]}`,
          texts.adjustments(id) ?? '',
        ]),
      },
    ],
  };
}

function assessmentsOf(heading: string, { given, meanTenths }: Assessments, texts: ReportTexts): Section {
  if (meanTenths === null) return empty(heading, 'Er is in deze periode geen beoordeling te tonen.');
  return {
    heading,
    blocks: [
      ...(given.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              items: given.map(({ id, on, score }) => {
                const remark = texts.remark(id);
                return `${longDate(on)}: een ${score}${remark === null ? '' : `. ${remark}`}`;
              }),
            },
          ]),
      ...(given.length !== 1
        ? [{ kind: 'paragraph' as const, text: `Gemiddeld een ${tenths(meanTenths)}.` }]
        : []),
    ],
  };
}

function activitiesOf({ activities, coaches }: Accountability, texts: ReportTexts): Section {
  const columns = (heading: string) => [
    { heading, share: 3 },
    { heading: 'Sessies', numeric: true as const },
    { heading: 'Tijd', share: 1.6, numeric: true as const },
  ];
  return {
    heading: 'Wat de jobcoach deed',
    blocks: [
      {
        kind: 'table',
        caption: 'Tijd per activiteit',
        columns: columns('Activiteit'),
        rows: activities.map(({ activity, sessions, minutes }) => [
          ACTIVITY_WORDS[activity],
          String(sessions),
          duration(minutes),
        ]),
      },
      {
        kind: 'table',
        caption: 'Tijd per jobcoach',
        columns: columns('Jobcoach'),
        rows: coaches.map(({ coachId, sessions, minutes }) => [
          texts.coach(coachId),
          String(sessions),
          duration(minutes),
        ]),
      },
    ],
  };
}

function absenceOf({ absences }: Accountability): Section {
  if (absences.length === 0)
    return empty('Afwezigheid', 'Er is in deze periode geen afwezigheid vastgelegd.');
  return {
    heading: 'Afwezigheid',
    blocks: [
      {
        kind: 'list',
        items: absences.map(
          ({ from, to, days, overFourWeeks }) =>
            `${longDate(from)} t/m ${longDate(to)}: ${days} ${days === 1 ? 'dag' : 'dagen'}${overFourWeeks ? ', langer dan vier weken' : ''}.`,
        ),
      },
    ],
  };
}

function logbookOf(logbook: readonly LogbookEntry[], texts: ReportTexts): Section {
  return {
    heading: 'Logboek',
    blocks: [
      {
        kind: 'table',
        caption: 'De coachsessies op volgorde van dag',
        columns: [
          { heading: 'Dag', share: 1.2 },
          { heading: 'Jobcoach', share: 1.4 },
          { heading: 'Activiteit', share: 1.6 },
          { heading: 'Tijd', share: 1, numeric: true },
          { heading: 'Doelen en verslag', share: 3.4 },
        ],
        rows: logbook.map(({ sessionId, on, startsAt, coachId, activity, form, minutes }) => [
          `${longDate(on)}${startsAt === null ? '' : `, ${startsAt} uur`}`,
          texts.coach(coachId),
          `${ACTIVITY_WORDS[activity]} (${SESSION_FORM_WORDS[form]})`,
          `${minutes} min`,
          [...texts.sessionGoals(sessionId), texts.summary(sessionId) ?? UNKNOWN].join('\n'),
        ]),
      },
    ],
  };
}

function empty(heading: string, sentence: string): Section {
  return { heading, blocks: [{ kind: 'paragraph', text: sentence }] };
}
