import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { coachesOf, reachableOn } from '../../../../domain/reachable/index.js';
import type { CalendarDate, Days } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { CoachesAway } from '../../coaches-away.js';
import { type AsOf, type Dossier, Dossiers } from '../../dossiers.js';
import { itemOf } from '../../files/trajectory-file.js';
import { openFields } from '../../open-items.js';
import { PartyNames } from '../../party-names.js';

/** Days, both ends included; `until` is null while no end is known. */
export interface Stretch {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** A coach by name, with the days that they are away when the day asked about is one of them. */
export interface NamedCoachOnDay {
  readonly coachId: Id;
  readonly name: string;
  readonly away: Stretch | null;
}

/** Who can be called for a trajectory on a day, by name. */
export interface WhoIsReachable {
  readonly on: CalendarDate;
  readonly coach: NamedCoachOnDay | null;
  readonly substitute: NamedCoachOnDay | null;
  /** Null for who is not told (an employer); its name null where the candidate was forgotten, for it went with their file. */
  readonly caseDirector: { readonly name: string | null; readonly from: CalendarDate } | null;
  readonly gap: Stretch | null;
}

/** Who can be called now, and is there a gap in which nobody can? */
export class ReachableOfTrajectory extends Query<WhoIsReachable> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ReachableOfTrajectory)
export class ReachableOfTrajectoryHandler implements IQueryHandler<ReachableOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly coachesAway: CoachesAway,
    private readonly names: PartyNames,
  ) {}

  async execute({ reader, trajectoryId, asOf }: ReachableOfTrajectory): Promise<WhoIsReachable> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const { on, trajectory, sight } = dossier;
    const { facts } = trajectory;
    const absences = await this.coachesAway.of(coachesOf(facts), asOf.knownOn);
    const { coach, substitute, caseDirectorNamingId, gap } = reachableOn(on, facts, absences);
    const called = [coach, substitute].filter((one) => one !== null);
    const names = await this.names.of(
      called.map(({ coachId }) => coachId),
      [],
    );
    const named = (one: typeof coach): NamedCoachOnDay | null =>
      one && { coachId: one.coachId, name: names.coach(one.coachId), away: stretch(one.away) };
    const all = {
      on,
      coach: named(coach),
      substitute: named(substitute),
      caseDirector:
        caseDirectorNamingId === null ? null : await caseDirectorOf(dossier, caseDirectorNamingId),
      gap: stretch(gap),
    };
    return { ...NOBODY, ...sight.narrowed('reachable', all), on };
  }
}

const NOBODY = { coach: null, substitute: null, caseDirector: null, gap: null } as const;

async function caseDirectorOf(
  { file, sight }: Dossier,
  namingId: Id,
): Promise<WhoIsReachable['caseDirector']> {
  const item = await itemOf(file, ['case-director'], namingId);
  if (item === undefined) return null;
  const [opened] = await openFields(sight.texts, [{ name: item.data.name }]);
  return { name: (opened?.name ?? null) as string | null, from: item.on };
}

function stretch(days: Days | null): Stretch | null {
  return days && { from: days.from, until: days.to ?? null };
}
