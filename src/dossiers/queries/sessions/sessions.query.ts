import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { mayReadConfidential, refuseAccess, trajectoryScope } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Session, TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import {
  type SessionCursor,
  sessionById,
  sessionsPage,
  type WrittenSession,
} from '../../../../projections/sessions/sessions.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Asker } from '../../../identity/asker.js';
import { FORGOTTEN, type Forgotten } from '../../../privacy/forgotten.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { fullPage } from '../../full-page.js';
import { type SessionRecognition, SessionRecognitions } from './session-recognitions.js';

/** A session as it is answered: texts opened, null where the person was forgotten. */
export interface OpenSession extends Session {
  readonly recordedAt: string;
  readonly summary: string | null;
  readonly goals: readonly string[] | null;
  /** Only for who sees findings: whether coach and organisation had a valid recognition on that day. */
  readonly recognised?: SessionRecognition;
  /** Only for the candidate and the coach of that day; for others it is not there. */
  readonly confidentialNote?: string | null;
}

/** The sessions of a trajectory, newest first. */
export class SessionsOfTrajectory extends Query<readonly OpenSession[]> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly page: { readonly after?: SessionCursor | undefined; readonly limit: number },
  ) {
    super();
  }
}

/** One session of a trajectory. */
export class SessionOfTrajectory extends Query<OpenSession> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly sessionId: Id,
  ) {
    super();
  }
}

@QueryHandler(SessionsOfTrajectory)
export class SessionsOfTrajectoryHandler implements IQueryHandler<SessionsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    private readonly recognitions: SessionRecognitions,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, trajectoryId, page }: SessionsOfTrajectory): Promise<readonly OpenSession[]> {
    const { facts, onlyOf } = await this.gate.sessions(asker, trajectoryId);
    const written = await fullPage<WrittenSession>(
      page,
      ({ session }) => isOf(onlyOf, session),
      (part) => sessionsPage(this.readStore.reader, trajectoryId, part),
      ({ session: { on, id } }) => ({ on, id }),
    );
    return openSessions(this.sealer, this.recognitions, asker, facts, written);
  }
}

@QueryHandler(SessionOfTrajectory)
export class SessionOfTrajectoryHandler implements IQueryHandler<SessionOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    private readonly recognitions: SessionRecognitions,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, trajectoryId, sessionId }: SessionOfTrajectory): Promise<OpenSession> {
    const { facts, onlyOf } = await this.gate.sessions(asker, trajectoryId);
    const written = await sessionById(this.readStore.reader, trajectoryId, sessionId);
    if (!written || !isOf(onlyOf, written.session)) {
      return refuseAccess('trajectory.not-found');
    }
    const [opened] = await openSessions(this.sealer, this.recognitions, asker, facts, [written]);
    return opened as OpenSession;
  }
}

/** True for every session when there is no coach to keep to. */
function isOf(onlyOf: Id | undefined, { coachId }: Session): boolean {
  return onlyOf === undefined || onlyOf === coachId;
}

async function openSessions(
  sealer: Sealer,
  recognitions: SessionRecognitions,
  asker: Asker,
  facts: TrajectoryFacts,
  written: readonly WrittenSession[],
): Promise<readonly OpenSession[]> {
  const confidential = written.map(({ session }) =>
    mayReadConfidential(
      asker,
      trajectoryScope(facts, { today: session.on, day: session.on }),
      session.coachId,
    ),
  );
  const rows = written.map(({ summary, goals, confidentialNote }, index) => ({
    summary,
    goals,
    confidentialNote: confidential[index] ? confidentialNote : null,
  }));
  const opened = await sealer.openRows(rows);
  const recognised = await recognitions.of(
    asker,
    facts,
    written.map(({ session }) => session),
  );
  return written.map(({ session, recordedAt }, index) => {
    const texts = opened[index];
    return {
      ...session,
      recordedAt,
      summary: known(texts?.summary),
      goals: known(texts?.goals),
      ...(recognised.has(session.id) && { recognised: recognised.get(session.id) as SessionRecognition }),
      ...(confidential[index] && { confidentialNote: known(texts?.confidentialNote) }),
    };
  });
}

function known<Value>(value: Value | Forgotten | null | undefined): Value | null {
  return value === undefined || value === FORGOTTEN ? null : (value as Value | null);
}
