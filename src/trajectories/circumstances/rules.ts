import { Injectable } from '@nestjs/common';
import { ruleSetOfVersion } from '../../../domain/funder/state.js';
import { grantIsBeyondLimit, type ProposedGrant } from '../../../domain/limits/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { allItems } from '../../../domain/shared/items-by-id.js';
import { validDays } from '../../../domain/shared/recognitions.js';
import { areOne, type Survivors } from '../../../domain/shared/survivors.js';
import type {
  AccountCircumstances,
  CoachCircumstances,
  CoachTie,
  OrganisationCircumstances,
} from '../../../domain/trajectory/circumstances.js';
import type { TrajectoryFacts, TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { employersIn, recordWithOneEmployer } from '../../../domain/trajectory/merged-employers.js';
import { ruleSetReferenceOn, type TrajectoryState } from '../../../domain/trajectory/state.js';
import { refuseUnknown } from '../../recording/party-refusals.js';
import { Recorders } from '../../recording/recorders.js';
import { survivorsOf } from '../../recording/survivors-of.js';

/** How far back a chain of trajectories is followed; nobody has more of them. */
const LONGEST_CHAIN = 100;

/** What a decision on a trajectory must know from other streams. */
@Injectable()
export class Rules {
  constructor(private readonly recorders: Recorders) {}

  /** The rule set that the trajectory is under on a day. */
  async ruleSetOf(facts: TrajectoryFacts, on: CalendarDate): Promise<RuleSet> {
    const { version } = ruleSetReferenceOn(facts, on);
    const { state } = await this.recorders.funders.load(facts.funderId);
    const found = ruleSetOfVersion(state, version);
    if (found === undefined)
      throw new Error(`funder ${facts.funderId} has no rule set of version ${version}`);
    return found;
  }

  /** The rules of one version that a request names; refused when the funder has no such version. */
  async ruleSetOfVersion(funderId: Id, version: number): Promise<RuleSet> {
    const { state } = await this.recorders.funders.load(funderId);
    return ruleSetOfVersion(state, version) ?? refuseUnknown('rule-set.version-unknown', 'ruleSetVersion');
  }

  /** What is known of the organisation; refused when there is none by that id. */
  async organisation(
    organisationId: Id,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<OrganisationCircumstances> {
    const [{ state, revision }, { withoutRecognition }] = await Promise.all([
      this.recorders.organisations.load(organisationId),
      this.ruleSetOf(facts, today),
    ]);
    if (revision === undefined) refuseUnknown('organisation.unknown', 'organisationId');
    return { recognised: validDays(state.recognitions), withoutRecognition };
  }

  /** What is known of the coach; refused when there is none by that id. */
  async coach(coachId: Id, facts: TrajectoryFacts, today: CalendarDate): Promise<CoachCircumstances> {
    const [{ state, revision }, ruleSet] = await Promise.all([
      this.recorders.coaches.load(coachId),
      this.ruleSetOf(facts, today),
    ]);
    if (revision === undefined) refuseUnknown('coach.unknown', 'coachId');
    return {
      ties: await this.tiesAsKnownTo(
        facts,
        [...state.ties.values()].map(({ now }) => now),
      ),
      recognised: validDays(state.recognitions),
      bindingTies: ruleSet.bindingTies,
      withoutRecognition: ruleSet.withoutRecognition,
    };
  }

  /** Whether a grant goes past the binding limit, the trajectories that this one continues counted along. */
  async isBeyondLimit(facts: TrajectoryFacts, grant: ProposedGrant, on: CalendarDate): Promise<boolean> {
    const [ruleSet, continued] = await Promise.all([
      this.ruleSetOf(facts, on),
      this.continuedBy(facts, ({ facts: earlier }) => withoutSessions(earlier)),
    ]);
    const records = [withoutSessions(facts), ...continued];
    const survivors = await this.survivorsIn(records.map((record) => record.facts));
    const [trajectory, ...earlier] = records.map((record) => recordWithOneEmployer(record, survivors));
    if (trajectory === undefined) throw new RangeError('a trajectory is one of its own records');
    return grantIsBeyondLimit({ on, trajectory, continued: earlier, ruleSet }, grant);
  }

  /** Which of the employers that these trajectories name are one after a merge. */
  private survivorsIn(trajectories: readonly TrajectoryFacts[]): Promise<Survivors> {
    return survivorsOf(this.recorders.employers, trajectories.flatMap(employersIn));
  }

  /** Which employers of the trajectory, and the one that is named besides, are one after a merge. */
  async mergedEmployers(facts: TrajectoryFacts, employerId: Id | undefined): Promise<Survivors> {
    const named = employerId === undefined ? [] : [employerId];
    return survivorsOf(this.recorders.employers, [...employersIn(facts), ...named]);
  }

  /**
   * The ties in the ids that the trajectory knows its candidate and employers by: a tie with one of two registrations of
   * the same is one with the other.
   */
  private async tiesAsKnownTo(
    facts: TrajectoryFacts,
    ties: readonly CoachTie[],
  ): Promise<readonly CoachTie[]> {
    if (ties.length === 0) return ties;
    const { candidates, employers } = this.recorders;
    const employerIds = employersIn(facts);
    const [people, companies] = await Promise.all([
      survivorsOf(candidates, [facts.candidateId, ...ties.flatMap((tie) => tie.candidateId ?? [])]),
      survivorsOf(employers, [...employerIds, ...ties.flatMap((tie) => tie.employerId ?? [])]),
    ]);
    return ties.flatMap((tie) => {
      const { candidateId, employerId } = tie;
      if (candidateId !== undefined) {
        return areOne(people, candidateId, facts.candidateId)
          ? [{ ...tie, candidateId: facts.candidateId }]
          : [tie];
      }
      const same = employerIds.filter((id) => employerId !== undefined && areOne(companies, id, employerId));
      return same.length === 0 ? [tie] : same.map((id) => ({ ...tie, employerId: id }));
    });
  }

  /** What hours are counted under today, with the sessions of the trajectories that this one continues. */
  async account(facts: TrajectoryFacts, today: CalendarDate): Promise<AccountCircumstances> {
    const [ruleSet, continued] = await Promise.all([
      this.ruleSetOf(facts, today),
      this.continuedBy(facts, withSessions),
    ]);
    const survivors = await this.survivorsIn([facts, ...continued.map((record) => record.facts)]);
    return { ruleSet, continued, survivors };
  }

  /** Refuses when there is no such coach; `field` names the request field that it is about. */
  async coachExists(coachId: Id, field: string): Promise<void> {
    const { revision } = await this.recorders.coaches.load(coachId);
    if (revision === undefined) refuseUnknown('coach.unknown', field);
  }

  /** Refuses when there is no such employer. */
  async employerExists(employerId: Id): Promise<void> {
    const { revision } = await this.recorders.employers.load(employerId);
    if (revision === undefined) refuseUnknown('employer.unknown', 'employerId');
  }

  private async continuedBy(
    { continues }: TrajectoryFacts,
    recordOf: (state: OpenedState) => TrajectoryRecord,
  ): Promise<readonly TrajectoryRecord[]> {
    const chain: TrajectoryRecord[] = [];
    let id = continues;
    while (id !== undefined && chain.length < LONGEST_CHAIN) {
      const { state } = await this.recorders.trajectories.load(id);
      const { facts } = state;
      if (facts === undefined || chain.some((earlier) => earlier.facts.id === facts.id)) break;
      chain.push(recordOf({ ...state, facts }));
      id = facts.continues;
    }
    return chain;
  }
}

type OpenedState = TrajectoryState & { readonly facts: TrajectoryFacts };

function withSessions({ facts, sessions }: OpenedState): TrajectoryRecord {
  return { facts, sessions: allItems(sessions), employerContacts: [] };
}

/** Sessions fill no term, so a limit is the same without them. */
function withoutSessions(facts: TrajectoryFacts): TrajectoryRecord {
  return { facts, sessions: [], employerContacts: [] };
}
