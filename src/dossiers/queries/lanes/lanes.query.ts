import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { JobChange } from '../../../../domain/continuity/continuity.js';
import { continuityOf } from '../../../../domain/continuity/index.js';
import { type ClockReading, limitsOf } from '../../../../domain/limits/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { drawLanes } from '../../../lanes/draw-lanes.js';
import type { Lane, Lanes, Mark } from '../../../lanes/lanes.js';
import { shortDate } from '../../../lanes/short-date.js';
import { type AsOf, type Dossier, Dossiers } from '../../dossiers.js';
import { PartyNames } from '../../party-names.js';
import { PLACEMENT_WORDS, REGIME_WORDS } from '../../words/dutch-words.js';
import type { Names } from '../../words/event-words.js';

/** A picture of a trajectory: employers, coaches and grants on one time axis, with today and the limits (SVG). */
export class LanesOfTrajectory extends Query<string> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(LanesOfTrajectory)
export class LanesOfTrajectoryHandler implements IQueryHandler<LanesOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly names: PartyNames,
  ) {}

  async execute({ reader, trajectoryId, asOf }: LanesOfTrajectory): Promise<string> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const records = [dossier.trajectory, ...dossier.continued];
    const names = await this.names.of(
      records.flatMap(({ facts }) =>
        [...facts.assignments, ...facts.substitutions].map(({ coachId }) => coachId),
      ),
      records.flatMap(({ facts }) => facts.placements.map(({ employerId }) => employerId)),
    );
    return drawLanes(lanesOf(dossier, names));
  }
}

function lanesOf({ on, trajectory, continued }: Dossier, names: Names): Lanes {
  const trajectories = [trajectory, ...continued];
  const { employers, coaches, grants, jobChanges } = continuityOf({ on, trajectories });
  const { clocks } = limitsOf({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
  const marks = [
    ...jobChanges.map(changeMark),
    ...limitMarks(clocks),
    { label: 'peildatum', on, look: 'today' as const },
  ];
  const absences = trajectories.flatMap(({ facts }) => facts.absences).filter(({ from }) => from <= on);
  return {
    title: 'Werkgevers, jobcoaches en toekenningen',
    description: [
      `Werkgevers: ${employers.map(({ employerId, startsOn }) => `${names.employer(employerId)} vanaf ${shortDate(startsOn)}`).join(', ')}.`,
      `Jobcoaches: ${coaches.map(({ coachId, from }) => `${names.coach(coachId)} vanaf ${shortDate(from)}`).join(', ')}.`,
      ...marks.map((mark) => `${capital(mark.label)} ${shortDate(mark.on)}.`),
    ].join(' '),
    marks,
    lanes: [
      {
        name: 'Werkgever',
        tone: 'employer',
        stretches: employers.map(({ employerId, kind, startsOn, endedOn }) => ({
          label: `${names.employer(employerId)}, ${PLACEMENT_WORDS[kind]}`,
          from: startsOn,
          to: endedOn,
          look: kind === 'trial-placement' ? ('light' as const) : ('plain' as const),
        })),
      },
      {
        name: 'Jobcoach',
        tone: 'coach',
        stretches: coaches.map(({ coachId, role, from, until }) => ({
          label: names.coach(coachId),
          from,
          to: until,
          look: role === 'substitute' ? ('light' as const) : ('plain' as const),
        })),
      },
      {
        name: 'Toekenning',
        tone: 'grant',
        stretches: grants.map(({ from, to, regime, minutes }) => ({
          label:
            minutes === null
              ? REGIME_WORDS[regime]
              : `${Math.round(minutes / 60)} uur ${REGIME_WORDS[regime]}`,
          from,
          to,
          look: 'light' as const,
        })),
      },
      ...(absences.length > 0 ? [absenceLane(absences)] : []),
    ],
  };
}

function absenceLane(absences: Dossier['trajectory']['facts']['absences']): Lane {
  return {
    name: 'Afwezig',
    tone: 'absence',
    stretches: absences.map(({ from, until }) => ({
      label: 'afwezig',
      from,
      to: until ?? null,
      look: 'hatched',
    })),
  };
}

const KEPT: { readonly [kept in JobChange['coachKept']]: string } = {
  same: 'dezelfde jobcoach',
  substituted: 'vervanger',
  other: 'andere jobcoach',
  none: 'geen jobcoach',
};

/** The first day of a new job, with who coached there. */
function changeMark({ startedOn, coachKept }: JobChange): Mark {
  return { label: `nieuwe baan, ${KEPT[coachKept]}:`, on: startedOn, look: 'job-change' };
}

const LIMITS = [
  { clock: 'municipal-2y', label: 'max. 2 jaar (gemeente): t/m' },
  { clock: 'uwv-2014', label: 'max. 3 jaar (UWV): t/m' },
] as const;

/** The last day of the latest term of the two clocks that are always shown. */
function limitMarks(clocks: readonly ClockReading[]): readonly Mark[] {
  return LIMITS.flatMap(({ clock, label }): Mark[] => {
    const term = clocks.find((reading) => reading.clock === clock)?.terms.at(-1);
    return term ? [{ label, on: term.lastDay, look: 'limit' }] : [];
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
