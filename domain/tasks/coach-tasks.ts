import { newJobOf } from '../continuity/index.js';
import { datePlus } from '../limits/days.js';
import { ruleOfDeadline } from '../limits/index.js';
import { coverGaps } from '../reachable/index.js';
import { isClosedOn } from '../trajectory/state.js';
import { INFERRED, ruleFrom, type Task } from './task.js';
import { adoptedOn, type TaskSource } from './task-file.js';

/** A job change is continuous when the coach had contact within these days of the new start (domain.md section 7). */
const CONTACT_AFTER_START = 'P14D';

/** Days on which nobody coaches, present and to come: somebody has to stand in (`UWV 2012`, recognition framework). */
export const coverTasks: TaskSource = ({ trajectory: { facts }, coachesAway }) => {
  const gaps = coverGaps(facts, coachesAway);
  return {
    on: (day) =>
      gaps
        .filter(({ to }) => to === undefined || day <= to)
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
    changesWith: gaps,
  };
};

/** A job that was to be over by now: its end is reported, or it goes on (`UWV 2014 A.8`). */
export const jobEndTasks: TaskSource = (file) => {
  const { facts } = file.trajectory;
  return {
    on(day) {
      if (isClosedOn(facts, day)) return [];
      const adopted = adoptedOn(file, day);
      return facts.placements.flatMap(({ id, plannedEnd, endedOn }): Task[] => {
        if (plannedEnd === undefined || day <= plannedEnd || endedOn !== undefined) return [];
        return [
          {
            kind: 'end-of-job-report',
            about: id,
            for: 'coordinator',
            employerId: null,
            dueOn: datePlus(plannedEnd, adopted.ruleSet.deadlines.endOfJobReport),
            rule: ruleOfDeadline(adopted, 'end-of-job-report'),
            settledBy: 'PlacementEnded',
          },
        ];
      });
    },
    changesWith: facts.placements,
  };
};

/** The first contact with a new employer after a job change. */
export const newEmployerTasks: TaskSource = ({ trajectory, continued }) => ({
  on(day) {
    const job = newJobOf(trajectory, continued, day);
    if (job === undefined || job.firstEmployerContactOn !== null) return [];
    return [
      {
        kind: 'employer-contact',
        about: job.placementId,
        for: 'coach',
        employerId: null,
        dueOn: datePlus(job.startsOn, CONTACT_AFTER_START),
        rule: INFERRED,
        settledBy: 'EmployerContactRecorded',
      },
    ];
  },
  changesWith: [trajectory, ...continued].map(({ facts: { placements }, employerContacts }) => ({
    placements,
    employerContacts,
  })),
});
