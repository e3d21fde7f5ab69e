export {
  type Account,
  type AccountSession,
  accountOf,
  goesOverGrant,
  minutesOfAll,
  registeredIn,
} from './account.js';
export { type ApprovalFigures, approvalsBy } from './approved.js';
export {
  amountAtRate,
  amountOf,
  changedAfterDeclaration,
  type DeclarationFigures,
  declarationsBy,
  declaredBy,
  firstMinutes,
} from './declared.js';
export { type Hours, type HoursPeriod, hoursOf } from './hours-of.js';
