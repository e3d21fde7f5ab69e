import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { SessionCursor, WrittenSession } from '../../../../projections/sessions/sessions.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import type { AsOf } from '../../dossiers.js';
import { Files } from '../../files/files.js';
import { filledPage } from '../../filled-page.js';
import { type OpenSession, OpenSessions, type SessionsAsked } from './open-sessions.js';

/** The sessions of a trajectory up to a day, newest first. */
export class SessionsOfTrajectory extends Query<readonly OpenSession[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly page: { readonly after?: SessionCursor | undefined; readonly limit: number },
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** One session of a trajectory. */
export class SessionOfTrajectory extends Query<OpenSession> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly sessionId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(SessionsOfTrajectory)
export class SessionsOfTrajectoryHandler implements IQueryHandler<SessionsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly sessions: OpenSessions,
  ) {}

  async execute({ reader, trajectoryId, page, asOf }: SessionsOfTrajectory): Promise<readonly OpenSession[]> {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const asked: SessionsAsked = { sight, ...files, on: asOf.on };
    const written = await filledPage<WrittenSession, WrittenSession>(
      page,
      (part) => files.file.sessionsPage({ ...part, until: asOf.on }),
      (sessions) => this.sessions.inSight(asked, sessions),
      ({ session }) => session,
    );
    return this.sessions.open(asked, written);
  }
}

@QueryHandler(SessionOfTrajectory)
export class SessionOfTrajectoryHandler implements IQueryHandler<SessionOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly sessions: OpenSessions,
  ) {}

  async execute({ reader, trajectoryId, sessionId, asOf }: SessionOfTrajectory): Promise<OpenSession> {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const asked: SessionsAsked = { sight, ...files, on: asOf.on };
    const written = await this.sessions.inSight(asked, await files.file.sessionsById([sessionId]));
    const [opened] = await this.sessions.open(asked, written);
    return opened ?? refuseAccess('trajectory.not-found');
  }
}
