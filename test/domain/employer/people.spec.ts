import { describe, it } from '@jest/globals';
import type { EmployerEvent } from '../../../domain/employer/events.js';
import { employerDecider } from '../../../domain/employer/index.js';
import { given } from '../../spec/given.js';

const today = '2024-09-30';
const reason = 'Verkeerd genoteerd.';
const registered: EmployerEvent = { type: 'EmployerRegistered', data: { name: 'Bakkerij De Halm' } };
const person = { contactPersonId: 'p-1', name: 'M. de Boer', phone: '06 1', from: '2024-01-01' } as const;
const named: EmployerEvent = { type: 'ContactPersonNamed', data: person };
const preference = {
  preferenceId: 'v-1',
  coachId: 'coach-1',
  from: '2024-01-01',
  until: '2024-12-31',
} as const;
const preferred: EmployerEvent = { type: 'CoachPreferred', data: preference };
const before = given(employerDecider, [registered, named, preferred]);

describe('who is reached at an employer', () => {
  const ask = { type: 'NameContactPerson', ...person } as const;

  it('is named once, by a name that is none but a name', () => {
    const nothing = given(employerDecider, [registered]);
    nothing.when(ask).thenRecords([named]);
    nothing.when({ ...ask, name: ' ' }).thenRefuses('name.required', 'name');
    nothing.when({ ...ask, name: '111222333' }).thenRefuses('bsn.not-allowed', 'name');
    nothing.when({ ...ask, until: '2023-12-31' }).thenRefuses('period.invalid', 'until');
    before.when(ask).thenNothing();
    before.when({ ...ask, from: '2024-02-01' }).thenRefuses('id.already-used');
    given(employerDecider, []).when(ask).thenRefuses('employer.not-found');
  });

  it('leaves, once', () => {
    const end = { type: 'EndContactPerson', contactPersonId: 'p-1', endedOn: '2024-06-30', today } as const;
    const left: EmployerEvent = {
      type: 'ContactPersonLeft',
      data: { contactPersonId: 'p-1', endedOn: '2024-06-30' },
    };
    before.when(end).thenRecords([left]);
    before.when({ ...end, endedOn: '2023-12-31' }).thenRefuses('period.ends-before-start', 'endedOn');
    before.when({ ...end, contactPersonId: 'none' }).thenRefuses('contact-person.not-found');
    given(employerDecider, [registered, named, left]).when(end).thenNothing();
    given(employerDecider, [registered, named, left])
      .when({ ...end, endedOn: '2024-07-31' })
      .thenRefuses('period.already-ended');
  });

  it('is corrected: what is sealed is always taken as a change', () => {
    const correct = { type: 'CorrectContactPerson', contactPersonId: 'p-1', reason } as const;
    const changes = { name: 'M. den Boer', phone: null } as const;
    before
      .when({ ...correct, changes })
      .thenRecords([
        { type: 'ContactPersonCorrected', data: { contactPersonId: 'p-1', reason, ...changes } },
      ]);
    before.when({ ...correct, changes: { from: '2024-01-01' } }).thenNothing();
    before.when({ ...correct, changes: { until: '2023-12-31' } }).thenRefuses('period.invalid', 'until');
    before.when({ ...correct, changes: { name: '111222333' } }).thenRefuses('bsn.not-allowed', 'name');
    before.when({ ...correct, changes: { name: null } as never }).thenRefuses('field.required', 'name');
    before.when({ ...correct, contactPersonId: 'none', changes }).thenRefuses('contact-person.not-found');
  });
});

describe('the coach that an employer prefers', () => {
  it('is said once, ends, and is corrected', () => {
    const ask = { type: 'PreferCoach', ...preference } as const;
    given(employerDecider, [registered]).when(ask).thenRecords([preferred]);
    given(employerDecider, [registered])
      .when({ ...ask, until: '2023-12-31' })
      .thenRefuses('period.invalid', 'until');
    before.when(ask).thenNothing();
    before.when({ ...ask, coachId: 'coach-2' }).thenRefuses('id.already-used');
    const end = { type: 'EndCoachPreference', preferenceId: 'v-1', endedOn: '2024-06-30', today } as const;
    before
      .when(end)
      .thenRecords([{ type: 'CoachPreferenceEnded', data: { preferenceId: 'v-1', endedOn: '2024-06-30' } }]);
    before.when({ ...end, endedOn: '2024-12-31' }).thenNothing();
    before.when({ ...end, preferenceId: 'none' }).thenRefuses('preferred-coach.not-found');
    const correct = { type: 'CorrectCoachPreference', preferenceId: 'v-1', reason } as const;
    before.when({ ...correct, changes: { coachId: 'coach-2', until: null } }).thenRecords([
      {
        type: 'CoachPreferenceCorrected',
        data: { preferenceId: 'v-1', reason, coachId: 'coach-2', until: null },
      },
    ]);
    before.when({ ...correct, changes: { coachId: 'coach-1' } }).thenNothing();
    before.when({ ...correct, changes: { from: '2025-01-01' } }).thenRefuses('period.invalid');
    before
      .when({ ...correct, preferenceId: 'none', changes: { until: null } })
      .thenRefuses('preferred-coach.not-found');
  });
});
