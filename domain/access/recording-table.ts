/**
 * What a cell of domain.md section 9a says, word for word. `X` may · `o` own, on that day · `t` only what was signed on
 * paper, with evidence · `–` refused. What each word allows stands in cell-words.ts.
 */
export type CellWord =
  | 'X'
  | '–'
  | 'o'
  | 't'
  | 'X (own organisation)'
  | 'X (own organisation; employers any)'
  | 'X (own funder)'
  | 'own funder'
  | 'rule set of own funder'
  | 'candidate only'
  | 'own absence'
  | 'ask'
  | 'answer'
  | 'announce a new job'
  | 'draft'
  | 'ask for it'
  | 'own agreements'
  | 'as coach'
  | 'as funder'
  | 'as candidate'
  | 'as employer'
  | 'no; may correct or withdraw with a reason'
  | 'ask a correction'
  | 'take part'
  | 'never own hours'
  | 'propose'
  | 'own'
  | 'first'
  | 'second';

type Row = readonly [CellWord, CellWord, CellWord, CellWord, CellWord, CellWord, CellWord];

/**
 * Who may record what (domain.md section 9a), whole: each row under the words of its first column, its cells in the
 * order of `ROLES`.
 */
export const RECORDING_TABLE = {
  'funder; rule-set version': ['X', '–', '–', 'rule set of own funder', '–', '–', '–'],
  'organisation, employer, coach, recognition': [
    'X',
    '–',
    'X (own organisation; employers any)',
    '–',
    '–',
    '–',
    '–',
  ],
  tie: ['X', 'o', 'X', 'X', '–', '–', '–'],
  'candidate; trajectory': ['candidate only', '–', 'X', 'X (own funder)', '–', '–', '–'],
  'assignment, substitution, handover, coach away': ['–', 'own absence', 'X', '–', '–', '–', '–'],
  'organisation change, case director, case manager': ['–', '–', 't', 'X', '–', '–', '–'],
  'ask for another coach / answer': ['–', '–', 'answer', 'answer', '–', 'ask', '–'],
  'placement, change, ending, job change, absence, fit note': [
    '–',
    'o',
    'X',
    '–',
    '–',
    'announce a new job',
    '–',
  ],
  'coaching during absence, rule-set move': ['–', '–', 't', 'X', '–', '–', '–'],
  'application, completion': ['–', 'draft', 'X', 'X', '–', 'X', '–'],
  'completion asked, grant, refusal, revision, objection decided': ['–', '–', 't', 'X', '–', '–', '–'],
  objection: ['–', '–', '–', '–', '–', 'X', 'X'],
  'plan draft, revision; goal, agreement fulfilled': [
    '–',
    'o',
    'X',
    'ask for it',
    '–',
    'own agreements',
    'own agreements',
  ],
  'plan agreed or declined': ['–', 'as coach', 't', 'as funder', '–', 'as candidate', 'as employer'],
  session: ['–', 'o', 'no; may correct or withdraw with a reason', '–', '–', 'ask a correction', '–'],
  'employer contact, support need, aftercare, evaluation': ['–', 'o', 'X', 'take part', '–', '–', '–'],
  incident: ['–', 'o', 'X', '–', '–', 'X', 'X'],
  assessment: ['–', '–', 't', '–', '–', 'as candidate', 'as employer'],
  'hours approval, accountability, declaration': ['–', 'never own hours', 'X', '–', '–', '–', '–'],
  settlement: ['–', '–', '–', 'X', '–', '–', '–'],
  'closure, reopening, outcome': ['–', 'propose', 'X', 'X', '–', '–', '–'],
  'consent, copy, erasure or restriction asked': ['–', '–', '–', '–', '–', 'own', '–'],
  'erasure decided (four eyes)': ['second', '–', 'first', '–', '–', '–', '–'],
  'judgement, sample': ['–', '–', '–', '–', 'X (own funder)', '–', '–'],
  "invitation, employer's link": ['X', '–', 'X (own organisation)', 'own funder', '–', '–', '–'],
} as const satisfies Readonly<Record<string, Row>>;

/** A row of the table by the words of its first column. */
export type RecordingRow = keyof typeof RECORDING_TABLE;
