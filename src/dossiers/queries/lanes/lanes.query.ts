import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { continuityOf } from '../../../../domain/continuity/index.js';
import { type ClockReading, limitsOf } from '../../../../domain/limits/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Asker } from '../../../identity/asker.js';
import { drawLanes } from '../../../lanes/draw-lanes.js';
import type { Lanes, Mark } from '../../../lanes/lanes.js';
import { type AsOf, type Dossier, Dossiers } from '../../dossiers.js';
import { PartyNames } from '../../party-names.js';
import { PLACEMENT_WORDS, REGIME_WORDS } from '../../words/dutch-words.js';
import type { Names } from '../../words/event-words.js';

/** A picture of a trajectory: employers, coaches and grants on one time axis, with today and the limits (SVG). */
export class LanesOfTrajectory extends Query<string> {
  constructor(
    readonly asker: Asker,
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

  async execute({ asker, trajectoryId, asOf }: LanesOfTrajectory): Promise<string> {
    const dossier = await this.dossiers.trajectory(asker, trajectoryId, asOf);
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
  const { employers, coaches, grants } = continuityOf({ on, trajectories });
  const { clocks } = limitsOf({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
  const marks = [{ label: 'vandaag', on, look: 'today' as const }, ...limitMarks(clocks)];
  const absences = trajectories.flatMap(({ facts }) => facts.absences).filter(({ from }) => from <= on);
  return {
    title: 'Werkgevers, jobcoaches en toekenningen',
    description: [
      `Werkgevers: ${employers.map(({ employerId, startsOn }) => `${names.employer(employerId)} vanaf ${startsOn}`).join(', ')}.`,
      `Jobcoaches: ${coaches.map(({ coachId, from }) => `${names.coach(coachId)} vanaf ${from}`).join(', ')}.`,
      ...marks.map((mark) => `${mark.label}: ${mark.on}.`),
    ].join(' '),
    marks,
    lanes: [
      {
        name: 'Werkgever',
        stretches: employers.map(({ employerId, kind, startsOn, endedOn }) => ({
          label: `${names.employer(employerId)} (${PLACEMENT_WORDS[kind]})`,
          from: startsOn,
          to: endedOn,
          look: kind === 'trial-placement' ? ('light' as const) : ('plain' as const),
        })),
      },
      {
        name: 'Jobcoach',
        stretches: coaches.map(({ coachId, role, from, until }) => ({
          label: names.coach(coachId),
          from,
          to: until,
          look: role === 'substitute' ? ('light' as const) : ('plain' as const),
        })),
      },
      {
        name: 'Toekenning',
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
      {
        name: 'Afwezig',
        stretches: absences.map(({ from, until }) => ({
          label: 'afwezig',
          from,
          to: until ?? null,
          look: 'hatched' as const,
        })),
      },
    ],
  };
}

const LIMITS = [
  { clock: 'municipal-2y', label: 'Maximale duur van 2 jaar: t/m' },
  { clock: 'uwv-2014', label: 'Maximale duur van 3 jaar: t/m' },
] as const;

/** The last day of the latest term of the two clocks that are always shown. */
function limitMarks(clocks: readonly ClockReading[]): readonly Mark[] {
  return LIMITS.flatMap(({ clock, label }): Mark[] => {
    const term = clocks.find((reading) => reading.clock === clock)?.terms.at(-1);
    return term ? [{ label, on: term.lastDay, look: 'limit' }] : [];
  });
}
