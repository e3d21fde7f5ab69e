import type { GoalState, Missing } from '../../domain/accountability/accountability.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { SessionForm } from '../../domain/shared/lists.js';
import type { ReportForm } from '../../domain/trajectory/reports/report-form.js';

/** The Dutch words that a report needs besides those of the closed lists. */

export const FORM_TITLES: { readonly [Form in ReportForm]: string } = {
  uwv: 'Verantwoordingsrapportage jobcoaching (UWV)',
  municipality: 'Verantwoording jobcoaching (gemeente)',
};

export const SESSION_FORM_WORDS: { readonly [Form in SessionForm]: string } = {
  workplace: 'op de werkplek',
  elsewhere: 'elders',
  phone: 'telefoon',
  video: 'beeldbellen',
  group: 'groep',
};

export const GOAL_WORDS: { readonly [State in GoalState]: string } = {
  open: 'nog bezig',
  reached: 'bereikt',
  dropped: 'losgelaten',
};

export const MISSING_WORDS: { readonly [What in Missing]: string } = {
  logbook: 'Er zijn in deze periode geen coachsessies vastgelegd.',
  plan: 'Er is geen plan van aanpak met doelen vastgelegd.',
  evaluation: 'Er is in deze periode geen evaluatie vastgelegd.',
  'candidate-assessment': 'De beoordeling door de kandidaat ontbreekt.',
  'employer-assessment': 'De beoordeling door de werkgever ontbreekt.',
  'approved-hours': 'Niet alle uren zijn door de jobcoachorganisatie goedgekeurd.',
};

/** The results of UWV 2014 A.6, by their code. */
export const RESULT_WORDS: { readonly [code: number]: string } = {
  1: 'werkt zonder begeleiding',
  2: 'werkt; hierna een lichter regime',
  3: 'werkt; hierna hetzelfde regime',
  4: 'werkt; hierna een zwaarder regime',
  5: 'werkt met begeleiding door de werkgever',
  6: 'werkt niet meer',
};

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** A date as a letter writes it: `1 maart 2026`. */
export function longDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Minutes as hours and minutes: `12 uur`, `1 uur en 5 minuten`, `20 minuten`, `0 minuten`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const left = minutes % 60;
  const parts = [
    ...(hours > 0 ? [`${hours} uur`] : []),
    ...(left > 0 || hours === 0 ? [`${left} ${left === 1 ? 'minuut' : 'minuten'}`] : []),
  ];
  return parts.join(' en ');
}

/** A mean in tenths with a comma: 75 is `7,5`. */
export function tenths(value: number): string {
  return `${Math.floor(value / 10)},${value % 10}`;
}
