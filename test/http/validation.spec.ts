import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withToday } from '../../src/http/fields/today.js';
import type { ProblemBody } from '../../src/http/problem/problem.js';
import { readInput } from '../../src/http/validation/read-input.js';
import { bodyOf, COACH, House, SESSION, SESSIONS, TRAJECTORY } from './house.js';
import { DraftPlanBody, RecordSessionBody } from './sample.dto.js';

type Type = new () => object;

/** The faults of a body as `field: code`, on 2 March 2026. */
function faultsOf(type: Type, body: object, text = false): readonly string[] {
  const input = withToday('2026-03-02', () => readInput(type, body, text));
  return 'faults' in input ? input.faults.map(({ field, code }) => `${field}: ${code}`) : [];
}

const session = (fields: object) => faultsOf(RecordSessionBody, { ...SESSION, ...fields });
const PLAN = { goals: ['Op tijd komen'], agreements: [{ what: 'Rust', dueOn: '2026-04-01' }] };
const plan = (fields: object) => faultsOf(DraftPlanBody, { ...PLAN, ...fields });

describe('a body of ten fields', () => {
  it('that is good has no faults', () => {
    expect(session({})).toEqual([]);
    expect(session({ startsAt: '23:59', groupSize: 4, goals: [COACH], confidentialNote: 'a\nb\tc' })).toEqual(
      [],
    );
  });

  it('that is empty names every required field', () => {
    expect(faultsOf(RecordSessionBody, {})).toEqual(
      ['coachId', 'on', 'minutes', 'activity', 'form', 'summary'].map((field) => `${field}: field.required`),
    );
  });

  it.each([
    ['coachId', 'not-a-uuid', 'id.invalid'],
    ['coachId', COACH.toUpperCase(), 'id.invalid'],
    ['on', '2025-02-29', 'date.does-not-exist'],
    ['on', '29-02-2024', 'date.does-not-exist'],
    ['on', 20240229, 'date.does-not-exist'],
    ['on', '2026-03-03', 'date.in-future'],
    ['on', null, 'field.required'],
    ['minutes', 0, 'minutes.invalid'],
    ['minutes', 1441, 'minutes.invalid'],
    ['minutes', 1.5, 'minutes.invalid'],
    ['minutes', '60', 'minutes.invalid'],
    ['activity', 'travel', 'activity.unknown'],
    ['form', 'letter', 'value.unknown'],
    ['form', ['phone'], 'value.unknown'],
    ['summary', '', 'text.too-short'],
    ['summary', ' \n ', 'text.too-short'],
    ['summary', 'x'.repeat(2001), 'text.too-long'],
    ['summary', 5, 'text.invalid'],
    ['summary', 'a\u0000b', 'text.invalid'],
    ['summary', '\ud800', 'text.invalid'],
    ['startsAt', '24:00', 'time.invalid'],
    ['groupSize', 51, 'number.out-of-range'],
    ['groupSize', 'many', 'number.invalid'],
    ['goals', 'one', 'list.invalid'],
    ['goals', [COACH, 'x'], 'id.invalid'],
    ['goals', [COACH, COACH, COACH, COACH], 'list.too-long'],
    ['confidentialNote', null, 'field.required'],
  ])('with %s = %j is refused as %s', (field, value, code) => {
    expect(session({ [field]: value })).toEqual([`${field}: ${code}`]);
  });

  it.each(['colour', 'hasOwnProperty', 'constructor', 'toString'])(
    'with the unknown field %s is refused',
    (name) => {
      expect(session({ [name]: 1 })).toEqual([`${name}: field.unknown`]);
    },
  );

  it('takes today and refuses tomorrow', () => {
    expect(session({ on: '2026-03-02' })).toEqual([]);
    expect(session({ on: '2026-03-03' })).toEqual(['on: date.in-future']);
  });
});

describe('a body with objects inside', () => {
  it('becomes instances of their classes', () => {
    const input = withToday('2026-03-02', () => readInput(DraftPlanBody, PLAN, false));
    expect('value' in input && input.value.agreements[0]?.constructor.name).toBe('AgreementBody');
  });

  it('names the path to each fault, all together', () => {
    const agreements = [
      { what: 'Rust', dueOn: '2026-06-31' },
      { dueOn: '2026-04-01', who: 'Jan' },
    ];
    expect(plan({ agreements, main: { what: '' } })).toEqual([
      'agreements[0].dueOn: date.does-not-exist',
      'agreements[1].who: field.unknown',
      'agreements[1].what: field.required',
      'main.what: text.too-short',
      'main.dueOn: field.required',
    ]);
  });

  it.each([
    [{ agreements: [1] }, 'agreements: object.invalid'],
    [{ agreements: {} }, 'agreements: list.invalid'],
    [{ agreements: [null] }, 'agreements: object.invalid'],
    [{ agreements: [[], {}, {}, {}] }, 'agreements: list.too-long'],
    [{ main: [] }, 'main: object.invalid'],
    [{ goals: [] }, 'goals: list.too-short'],
    [{ goals: [' '] }, 'goals: text.too-short'],
    [{ hours: 1.2345 }, 'hours: hours.invalid'],
    [{ hours: -1 }, 'hours: number.out-of-range'],
    [{ score: 10.5 }, 'score: number.out-of-range'],
    [{ agreed: 'true' }, 'agreed: boolean.invalid'],
  ])('%j is refused as %s', (fields, fault) => {
    expect(plan(fields)).toEqual([fault]);
  });

  it('takes null where null means something, and hours that come to whole minutes', () => {
    expect(plan({ main: null, endedOn: null, hours: 0.1 })).toEqual([]);
    expect(plan({ hours: 37.55 })).toEqual([]);
  });
});

describe('over HTTP', () => {
  const house = new House();
  beforeAll(() => house.start());
  afterAll(async () => {
    await house.stop();
    house.forget();
  });

  it('one fault gives its own code, sentence and field', async () => {
    const answer = await house.post(SESSIONS, { ...SESSION, on: '2025-02-29' });
    expect(answer.status).toBe(400);
    expect(bodyOf<ProblemBody>(answer)).toMatchObject({
      code: 'date.does-not-exist',
      field: 'on',
      detail: 'Deze datum bestaat niet. Schrijf hem als 2026-03-31.',
      errors: [{ field: 'on', code: 'date.does-not-exist' }],
    });
  });

  it('different faults give input.invalid, and all of them', async () => {
    const problem = bodyOf<ProblemBody>(await house.post(SESSIONS, { on: '2999-01-01', extra: 1 }));
    expect(problem.code).toBe('input.invalid');
    expect(problem.errors?.map(({ code }) => code)).toEqual([
      'field.unknown',
      'field.required',
      'date.in-future',
      'field.required',
      'field.required',
      'field.required',
      'field.required',
    ]);
  });

  it('faults of one kind give the code that they share', async () => {
    expect(bodyOf<ProblemBody>(await house.post(SESSIONS, {})).code).toBe('field.required');
  });

  it('a body that is not there is an empty one', async () => {
    const answer = await house.ask(SESSIONS, { method: 'POST' });
    expect(bodyOf<ProblemBody>(answer).errors).toHaveLength(6);
  });

  it('an identifier in the path that is none is a 400', async () => {
    const answer = await house.ask('/v1/trajectories/1/sessions');
    expect(bodyOf<ProblemBody>(answer)).toMatchObject({ status: 400, code: 'id.invalid', field: 'id' });
  });

  it('nothing that was sent comes back or is logged', async () => {
    const answer = await house.post(`${SESSIONS}?note=Klaas`, {
      ...SESSION,
      coachId: 'Jan de Vries',
      Piet: 1,
    });
    expect(
      bodyOf<ProblemBody>(answer)
        .errors?.map(({ detail }) => detail)
        .join(' '),
    ).not.toMatch(/Jan|Klaas/);
    const log = house.log.join('');
    expect(log).toContain('/v1/trajectories/:id/sessions');
    expect(log).not.toMatch(/Jan|Piet|Klaas|Bearer|eyJ/);
    expect(log).not.toContain(TRAJECTORY);
  });
});
