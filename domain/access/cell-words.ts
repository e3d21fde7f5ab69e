import type { PlanParty } from '../trajectory/plan/lists.js';
import type { CommandName } from './recorded-commands.js';
import type { CellWord } from './recording-table.js';

/** For whom somebody agrees, assesses or keeps an agreement. */
export type ActingFor = PlanParty;

/** What a word in a cell allows. Everything that it does not allow is refused. */
export interface CellMeaning {
  /** Only these commands of the row; absent: all of them. */
  readonly only?: readonly CommandName[];
  /** The party that the asker must be the one of: `self` is the coach whom the fact is about, on that day. */
  readonly own?: 'organisation' | 'funder' | 'self' | 'self-on-the-day';
  /** Commands of the row that need not be about one's own party. */
  readonly anyFor?: readonly CommandName[];
  /** Only when it is done for this party. */
  readonly actingFor?: ActingFor | 'role';
  /** Only with evidence of what was signed on paper. */
  readonly evidence?: true;
}

const NOTHING: CellMeaning = { only: [] };

/** An employer belongs to nobody. Merging two is not among these: it changes how everybody's limits are counted. */
const OF_ANY_EMPLOYER: readonly CommandName[] = [
  'RegisterEmployer',
  'NameContactPerson',
  'EndContactPerson',
  'CorrectContactPerson',
  'PreferCoach',
  'EndCoachPreference',
  'CorrectCoachPreference',
];

/** What each word of the table allows. */
export const CELL_WORDS: { readonly [Word in CellWord]: CellMeaning } = {
  X: {},
  '–': NOTHING,
  o: { own: 'self-on-the-day' },
  t: { evidence: true },
  'X (own organisation)': { own: 'organisation' },
  'X (own organisation; employers any)': { own: 'organisation', anyFor: OF_ANY_EMPLOYER },
  'X (own funder)': { own: 'funder' },
  'own funder': { own: 'funder' },
  'rule set of own funder': { only: ['AdoptRuleSet'], own: 'funder' },
  'candidate only': { only: ['RegisterCandidate'] },
  'own absence': { only: ['ReportCoachAway', 'EndCoachAway', 'CorrectCoachAway'], own: 'self' },
  ask: { only: ['AskForAnotherCoach'] },
  answer: { only: ['AnswerCoachChange'] },
  'announce a new job': { only: ['AnnounceNewJob'] },
  draft: { only: ['DraftApplication'] },
  'ask for it': { only: ['AskForPlan'] },
  'own agreements': { only: ['FulfilAgreement', 'CorrectFulfilment'], actingFor: 'role' },
  'as coach': { actingFor: 'coach' },
  'as funder': { actingFor: 'funder' },
  'as candidate': { actingFor: 'candidate' },
  'as employer': { actingFor: 'employer' },
  // Who may correct with a reason also answers the request to.
  'no; may correct or withdraw with a reason': {
    only: ['CorrectSession', 'WithdrawSession', 'AnswerCorrectionRequest'],
  },
  'ask a correction': { only: ['AskForCorrection'] },
  // Taking part in an evaluation is being named in it, not recording it.
  'take part': NOTHING,
  // A bar for whoever may approve hours, not a permission for coaches (mayRecord holds a coordinator to it as well).
  'never own hours': NOTHING,
  propose: { only: ['ProposeClosure'] },
  own: {},
  // Who decides first on being forgotten decides on a restriction too, and both may stop what they decided.
  first: {
    only: [
      'DecideErasureFirst',
      'StopErasure',
      'ApproveRetention',
      'HoldFile',
      'DecideRestriction',
      'LiftRestriction',
    ],
  },
  second: { only: ['DecideErasureSecond', 'StopErasure'] },
};
