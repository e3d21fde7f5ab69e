import { addDays, type CalendarDate, compareDays } from '../../domain/shared/calendar.js';
import { ACTIVITIES, LIFE_DOMAINS } from '../../domain/shared/lists.js';
import { type Act, type Part, record, type Situation } from './acts.js';
import { CORRECTED, WITHDRAWN } from './assumptions.js';
import { placement } from './opening.js';

const SUMMARIES = [
  'Samen de werkplanning van deze week doorgenomen en geoefend met de nieuwe machine. Het inpakken gaat zelfstandig.',
  'Met de leidinggevende besproken hoe de pauzes beter verdeeld kunnen worden. De kandidaat vraagt nu zelf om hulp.',
  'Kort gebeld over het rooster. Volgende keer oefenen we het overleg met collega’s en het melden van storingen.',
];
const NOTES = ['Maakt zich zorgen over thuis; volgende keer op terugkomen.'];
const QUARTERS_OF_AN_HOUR = [15, 30, 45, 60, 60, 75, 90];
const REASON = 'Het formulier is verkeerd ingevuld.';

/** A session of `on` that is recorded on `today`; now and then it is corrected or withdrawn at once. */
export function* session(situation: Situation, on: CalendarDate, today: CalendarDate): Part {
  const { chance, standIn } = situation;
  const standsIn = compareDays(standIn.from, on) <= 0 && compareDays(on, standIn.until) <= 0;
  const by = standsIn ? 'stand-in' : 'coach';
  const minutes = chance.oneOf(QUARTERS_OF_AN_HOUR);
  const body = {
    coachId: standsIn ? situation.standInId : situation.coachId,
    on,
    minutes,
    activity: chance.oneOf(ACTIVITIES),
    form: minutes <= 30 ? 'phone' : 'workplace',
    summary: chance.oneOf(SUMMARIES),
    goals: situation.goals.slice(0, 1).map(({ what }) => what),
    ...(chance.happens(0.1) && { confidentialNote: chance.oneOf(NOTES) }),
  };
  // Whoever stood in then does not see the trajectory today, and today is the service's own.
  const more: Partial<Act> = standsIn ? {} : { visit: 'session' };
  const id = yield* record(situation, today, by, 'sessions', body, more);
  if (chance.happens(CORRECTED)) {
    yield* record(situation, today, by, `sessions/${id}/corrections`, { minutes: 30, reason: REASON });
    situation.toApprove.push({ on, minutes: 30 });
  } else if (chance.happens(WITHDRAWN)) {
    yield* record(situation, today, by, `sessions/${id}/withdrawals`, { reason: REASON });
  } else {
    situation.toApprove.push({ on, minutes });
  }
}

export function* employerContact(situation: Situation, on: CalendarDate): Part {
  const { employerIds, employer, chance } = situation;
  const employerId = employerIds[employer % employerIds.length];
  const body = { employerId, on, minutes: 15, kind: 'check-in', summary: chance.oneOf(SUMMARIES) };
  yield* record(situation, on, 'coach', 'employer-contacts', body);
}

/** Illness or leave of some days, told when it is over. */
export function* absence(situation: Situation, on: CalendarDate): Part {
  const from = addDays(on, -situation.chance.between(1, 10));
  const kind = situation.chance.oneOf(['illness', 'leave']);
  const id = yield* record(situation, on, 'coach', 'absences', { from, kind });
  yield* record(situation, on, 'coach', `absences/${id}/endings`, { endedOn: on });
}

/** Another coach of the organisation stands in for two weeks. */
export function* substitution(situation: Situation, on: CalendarDate): Part {
  const { standIn, coachId, standInId } = situation;
  if (coachId === standInId || compareDays(on, standIn.until) <= 0) return;
  const until = addDays(on, 13);
  const body = { coachId: standInId, from: on, until, reason: 'Vakantie.' };
  yield* record(situation, on, 'coordinator', 'substitutions', body);
  situation.standIn = { from: on, until };
}

/** The next job: the coach stays, and where the funder asks so each job has a grant of its own. */
export function* jobChange(situation: Situation, on: CalendarDate): Part {
  situation.employer += 1;
  const next = placement(situation, addDays(on, 1));
  const body = { placementId: situation.placementId, endedOn: on, reason: 'Het contract liep af.', next };
  const changed = yield* record(situation, on, 'coordinator', 'job-changes', body);
  const { placementId } = situation;
  const list = yield {
    on,
    by: 'coordinator',
    kind: 'GET T/placements',
    path: `${situation.path}/placements?limit=5`,
  };
  const items = list.items as readonly { readonly id: string; readonly startsOn: string }[];
  situation.placementId = items.find(({ id }) => id !== placementId)?.id ?? changed;
  yield* record(situation, on, 'coach', 'fit-notes', {
    placementId,
    fits: ['Vaste begintijd'],
    doesNotFit: ['Lawaai'],
    adjustments: ['Een lijst met taken'],
    shareWithNext: ['Een lijst met taken'],
  });
  if (situation.isUwv) {
    const grant = { decidedOn: on, from: addDays(on, 1), to: situation.grantedTo, regime: situation.regime };
    if (compareDays(on, situation.grantedTo) < 0)
      yield* record(situation, on, 'director', 'grants', { ...grant, hours: 60 }, { visit: 'decision' });
  }
}

export function* incident(situation: Situation, on: CalendarDate): Part {
  const told = { on, initiatedBy: 'employer', summary: 'Er was onrust over een gewijzigd rooster.' };
  const id = yield* record(situation, on, 'coach', 'incidents', told);
  const summary = 'Het rooster is met iedereen doorgenomen.';
  yield* record(situation, on, 'coach', `incidents/${id}/resolutions`, { on, summary });
}

export function* supportNeed(situation: Situation, on: CalendarDate): Part {
  const lifeDomain = situation.chance.oneOf(LIFE_DOMAINS);
  yield* record(situation, on, 'coach', 'support-needs', { on, lifeDomain, referredTo: 'Het wijkteam' });
}

export function* goalReached(situation: Situation, on: CalendarDate): Part {
  const [goal, ...others] = situation.goals;
  if (goal === undefined) return;
  yield* record(situation, on, 'coach', `goals/${goal.id}/attainments`, { on, remark: 'Al drie weken.' });
  situation.goals = others;
}

/** The stand-in takes over for good. */
export function* handover(situation: Situation, on: CalendarDate): Part {
  if (situation.coachId === situation.standInId || situation.waiting.length > 0) return;
  const body = { coachId: situation.standInId, on, reason: 'Andere baan.', candidateAgreed: true };
  yield* record(situation, on, 'coordinator', 'handovers', body);
  situation.coachId = situation.standInId;
}
