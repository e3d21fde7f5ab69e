import type { EventDefinitions } from '../../shared/event-definition.js';
import type { AwardEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see events.ts. */

const first = { version: 1, upcasters: {} } as const;
/** Version 2 only added optional fields, which an older event does not have. */
const second = { version: 2, upcasters: { 1: (data: Readonly<Record<string, unknown>>) => ({ ...data }) } };
const reason = { reason: 'narrative' } as const;
const evidence = { evidence: 'narrative' } as const;
const asked = { motivation: 'narrative', goals: 'narrative' } as const;
const motivated = { beyondLimitMotivation: 'narrative' } as const;

/** The events of applications, grants, objections and approvals as the log stores them. */
export const awardEvents: EventDefinitions<AwardEvent> = {
  ApplicationReceived: { ...second, occurredOn: (data) => data.receivedOn, protect: asked },
  ApplicationDrafted: { ...second, occurredOn: (data) => data.draftedOn, protect: asked },
  ApplicationCorrected: { ...first, occurredOn: () => undefined, protect: { ...asked, ...reason } },
  CompletionAsked: {
    ...first,
    occurredOn: (data) => data.on,
    protect: { missing: 'narrative', ...evidence },
  },
  ApplicationCompleted: { ...first, occurredOn: (data) => data.on, protect: {} },
  CoachingRefused: { ...first, occurredOn: (data) => data.decidedOn, protect: { ...reason, ...evidence } },
  ApplicationDecisionCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { missing: 'narrative', refusalReason: 'narrative', ...reason, ...evidence },
  },
  CoachingGranted: { ...first, occurredOn: (data) => data.decidedOn, protect: { ...motivated, ...evidence } },
  GrantCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { ...motivated, ...reason, ...evidence },
  },
  GrantRevised: {
    ...first,
    occurredOn: (data) => data.decidedOn,
    protect: { ...motivated, ...reason, ...evidence },
  },
  GrantRevisionCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { ...motivated, ...reason, ...evidence },
  },
  ObjectionLodged: { ...first, occurredOn: (data) => data.lodgedOn, protect: { grounds: 'narrative' } },
  ObjectionCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { grounds: 'narrative', ...reason },
  },
  ObjectionDecided: { ...first, occurredOn: (data) => data.decidedOn, protect: { ...reason, ...evidence } },
  ObjectionDecisionCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { decisionReason: 'narrative', ...reason, ...evidence },
  },
  CoachingDuringAbsenceApproved: { ...first, occurredOn: (data) => data.on, protect: evidence },
  CoachingApprovalCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { ...reason, ...evidence },
  },
};
