import { Module } from '@nestjs/common';
import { ActOnCandidateHandler } from './commands/act-on-candidate/act-on-candidate.handler.js';
import { ActOnCoachHandler } from './commands/act-on-coach/act-on-coach.handler.js';
import { ActOnEmployerHandler } from './commands/act-on-employer/act-on-employer.handler.js';
import { ActOnOrganisationHandler } from './commands/act-on-organisation/act-on-organisation.handler.js';
import { AdoptRuleSetHandler } from './commands/adopt-rule-set/adopt-rule-set.handler.js';
import { CandidateScopes } from './commands/candidate-scopes.js';
import { MergeHandler, WithdrawMergeHandler } from './commands/merge/merge.handler.js';
import { MergePermits } from './commands/merge/merge-permits.js';
import { Merging } from './commands/merge/merging.js';
import { RegisterCandidateHandler } from './commands/register-candidate/register-candidate.handler.js';
import { RegisterCoachHandler } from './commands/register-coach/register-coach.handler.js';
import { RegisterPartyHandler } from './commands/register-party/register-party.handler.js';
import { CandidateController } from './controllers/candidate.controller.js';
import { CandidateWishesController } from './controllers/candidate-wishes.controller.js';
import { CoachController } from './controllers/coach.controller.js';
import { CoachCorrectionsController } from './controllers/coach-corrections.controller.js';
import { ComplaintController } from './controllers/complaint.controller.js';
import { EmployerController } from './controllers/employer.controller.js';
import { EmployerPeopleController } from './controllers/employer-people.controller.js';
import { FunderController } from './controllers/funder.controller.js';
import { MergeController } from './controllers/merge.controller.js';
import { OrganisationController } from './controllers/organisation.controller.js';
import { PartyWrites } from './party-writes.js';
import { DetailsOfCandidateHandler } from './queries/candidate-details/candidate-details.query.js';
import { CandidateSight } from './queries/candidates/candidate-sight.js';
import { CandidateOfIdHandler, CandidatesOfReferenceHandler } from './queries/candidates/candidates.query.js';
import { DaysOfCoachHandler } from './queries/coach-days/coach-days.query.js';
import {
  CoachesHandler,
  CoachOfIdHandler,
  RecognitionsOfCoachHandler,
} from './queries/coaches/coaches.query.js';
import { ComplaintsOfOrganisationHandler } from './queries/complaints/complaints.query.js';
import { DetailsOfEmployerHandler } from './queries/employer-details/employer-details.query.js';
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
  EmployerPeopleController,
  CoachController,
  CoachCorrectionsController,
  ComplaintController,
  CandidateController,
  CandidateWishesController,
  MergeController,
];
const commandHandlers = [
  RegisterPartyHandler,
  RegisterCoachHandler,
  RegisterCandidateHandler,
  AdoptRuleSetHandler,
  ActOnCoachHandler,
  ActOnOrganisationHandler,
  ActOnEmployerHandler,
  ActOnCandidateHandler,
  MergeHandler,
  WithdrawMergeHandler,
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
  DetailsOfCandidateHandler,
  DetailsOfEmployerHandler,
  ComplaintsOfOrganisationHandler,
];
const services = [PartyWrites, CandidateSight, CandidateScopes, MergePermits, Merging];

/** Funders, organisations, employers, coaches and candidates. */
@Module({
  controllers,
  providers: [...commandHandlers, ...queryHandlers, ...services],
  exports: [CandidateSight],
})
export class PartiesModule {}
