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
import {
  CandidateOfIdHandler,
  CandidateSight,
  CandidatesOfReferenceHandler,
} from './queries/candidates/candidates.query.js';
import { DaysOfCoachHandler } from './queries/coach-days/coach-days.query.js';
import {
  CoachesHandler,
  CoachOfIdHandler,
  RecognitionsOfCoachHandler,
} from './queries/coaches/coaches.query.js';
import { EmployerOfIdHandler, EmployersHandler } from './queries/employers/employers.query.js';
import {
  FunderOfIdHandler,
  FundersHandler,
  RuleSetVersionsHandler,
} from './queries/funders/funders.query.js';
import {
  OrganisationOfIdHandler,
  OrganisationsHandler,
} from './queries/organisations/organisations.query.js';

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

const queryHandlers = [
  FundersHandler,
  FunderOfIdHandler,
  RuleSetVersionsHandler,
  OrganisationsHandler,
  OrganisationOfIdHandler,
  EmployersHandler,
  EmployerOfIdHandler,
  CoachesHandler,
  CoachOfIdHandler,
  RecognitionsOfCoachHandler,
  DaysOfCoachHandler,
  CandidatesOfReferenceHandler,
  CandidateOfIdHandler,
];

/** Funders, organisations, employers, coaches and candidates. */
@Module({ controllers, providers: [...commandHandlers, ...queryHandlers, PartyWrites, CandidateSight] })
export class PartiesModule {}
