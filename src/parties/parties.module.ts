import { Module } from '@nestjs/common';
import { ActOnCoachHandler } from './commands/act-on-coach/act-on-coach.handler.js';
import { ActOnOrganisationHandler } from './commands/act-on-organisation/act-on-organisation.handler.js';
import { AdoptRuleSetHandler } from './commands/adopt-rule-set/adopt-rule-set.handler.js';
import { RegisterCandidateHandler } from './commands/register-candidate/register-candidate.handler.js';
import { RegisterCoachHandler } from './commands/register-coach/register-coach.handler.js';
import { RegisterPartyHandler } from './commands/register-party/register-party.handler.js';
import { CandidateController } from './controllers/candidate.controller.js';
import { CoachController } from './controllers/coach.controller.js';
import { EmployerController } from './controllers/employer.controller.js';
import { FunderController } from './controllers/funder.controller.js';
import { OrganisationController } from './controllers/organisation.controller.js';
import { PartyWrites } from './party-writes.js';

const controllers = [
  FunderController,
  OrganisationController,
  EmployerController,
  CoachController,
  CandidateController,
];
const commandHandlers = [
  RegisterPartyHandler,
  RegisterCoachHandler,
  RegisterCandidateHandler,
  AdoptRuleSetHandler,
  ActOnCoachHandler,
  ActOnOrganisationHandler,
];

/** Funders, organisations, employers, coaches and candidates. */
@Module({ controllers, providers: [...commandHandlers, PartyWrites] })
export class PartiesModule {}
