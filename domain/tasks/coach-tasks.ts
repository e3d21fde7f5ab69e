import { newJobOf } from '../continuity/index.js';
import { ruleOfDeadline } from '../limits/index.js';
import { coverGaps } from '../reachable/index.js';
import { addDays, addPeriod, type CalendarDate } from '../shared/calendar.js';
import { isClosedOn } from '../trajectory/state.js';
import { INFERRED, ruleFrom, type Task } from './task.js';
import { adoptedOn, type TaskFile, type TaskSource } from './task-file.js';

/** A job change is continuous when the coach had contact within these days of the new start (domain.md section 7). */
const CONTACT_AFTER_START_DAYS = 14;

/** Days on which nobody coaches, present and to come: somebody has to stand in (`UWV 2012`, recognition framework). */
export const coverTasks: TaskSource = {
  tasksOn: ({ trajectory: { facts }, coachesAway }, on) =>
    coverGaps(facts, coachesAway)
      .filter(({ to }) => to === undefined || on <= to)
      .map(
        ({ from }): Task => ({
          kind: 'coach-cover',
          about: null,
          for: 'coordinator',
          employerId: null,
          dueOn: from,
          rule: ruleFrom('UWV Erkenningskader 2012'),
          settledBy: 'CoachSubstituted',
        }),
      ),
  changesWith: ({ trajectory: { facts }, coachesAway }: TaskFile) => coverGaps(facts, coachesAway),
};

/** A job that was to be over by now: its end is reported, or it goes on (`UWV 2014 A.8`). */
export const jobEndTasks: TaskSource = {
  tasksOn(file, on) {
    const { facts } = file.trajectory;
    if (isClosedOn(facts, on)) return [];
    const adopted = adoptedOn(file, on);
    return facts.placements.flatMap(({ id, plannedEnd, endedOn }): Task[] => {
      if (plannedEnd === undefined || on <= plannedEnd || endedOn !== undefined) return [];
      const dueOn: CalendarDate = addPeriod(plannedEnd, adopted.ruleSet.deadlines.endOfJobReport);
      const rule = ruleOfDeadline(adopted, 'end-of-job-report');
      return [
        {
          kind: 'end-of-job-report',
          about: id,
          for: 'coordinator',
          employerId: null,
          dueOn,
          rule,
          settledBy: 'PlacementEnded',
        },
      ];
    });
  },
  changesWith: ({ trajectory: { facts } }: TaskFile) => facts.placements,
};

/** The first contact with a new employer after a job change. */
export const newEmployerTasks: TaskSource = {
  tasksOn({ trajectory, continued }, on) {
    const job = newJobOf(trajectory, continued, on);
    if (job === undefined || job.firstEmployerContactOn !== null) return [];
    return [
      {
        kind: 'employer-contact',
        about: job.placementId,
        for: 'coach',
        employerId: null,
        dueOn: addDays(job.startsOn, CONTACT_AFTER_START_DAYS),
        rule: INFERRED,
        settledBy: 'EmployerContactRecorded',
      },
    ];
  },
  changesWith: ({ trajectory, continued }: TaskFile) =>
    [trajectory, ...continued].map(({ facts: { placements }, employerContacts }) => ({
      placements,
      employerContacts,
    })),
};
