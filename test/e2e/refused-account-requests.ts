import type { accountsRefusals } from '../../domain/trajectory/accounts/refusals.js';
import { approvedHours, declaredHours } from './account-routes.js';
import type { Answer } from './client.js';
import type { Given } from './routes.js';

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const HOUR = { ...MARCH, hours: 1, amount: 7_478 };
const REASON = { reason: 'Dat was verkeerd.' };
const SETTLED = { on: '2024-04-15', hours: 1, amount: 7_478 };

const post = ({ dossier }: Given, path: string, body: object): Promise<Answer> =>
  dossier.as.coordinator.post(dossier.path + path, body);
const settle = ({ dossier }: Given, id: string, body: object): Promise<Answer> =>
  dossier.as['case-director'].post(`${dossier.path}/declarations/${id}/settlements`, body);

/** For each refusal about accounts that a request can meet: the status, and a request that meets it. */
export const MET_ON_ACCOUNTS: {
  readonly [Code in keyof typeof accountsRefusals]?: readonly [number, (setting: Given) => Promise<Answer>];
} = {
  'hours-approval.not-found': [
    404,
    (s) => post(s, `/hours-approvals/${NOBODY}/corrections`, { withdrawn: true, ...REASON }),
  ],
  'hours-approval.nothing-registered': [409, (s) => post(s, '/hours-approvals', MARCH)],
  'hours-approval.over-grant': [
    409,
    async (s) => {
      await s.dossier.grant('2024-03-01', '2024-08-31', { hours: 1 });
      await s.dossier.session('2024-03-05', { minutes: 61 });
      return post(s, '/hours-approvals', MARCH);
    },
  ],
  'hours-approval.declared': [
    409,
    async (s) => {
      await declaredHours(s);
      const [approval] = await s.dossier.as.coordinator.all(`${s.dossier.path}/hours-approvals`);
      return post(s, `/hours-approvals/${approval?.id}/corrections`, { withdrawn: true, ...REASON });
    },
  ],
  'declaration.not-found': [404, (s) => settle(s, NOBODY, SETTLED)],
  'declaration.hours-invalid': [
    400,
    async (s) => {
      await approvedHours(s);
      return post(s, '/declarations', { ...HOUR, hours: 0 });
    },
  ],
  'declaration.overlaps': [
    409,
    async (s) => {
      await declaredHours(s);
      return post(s, '/declarations', { ...HOUR, from: '2024-03-31', to: '2024-04-30' });
    },
  ],
  'declaration.not-registered': [
    409,
    async (s) => {
      await approvedHours(s);
      return post(s, '/declarations', { ...HOUR, hours: 1.5 });
    },
  ],
  'declaration.not-approved': [
    409,
    async (s) => {
      await approvedHours(s);
      await s.dossier.session('2024-03-06');
      return post(s, '/declarations', { ...HOUR, hours: 1.5 });
    },
  ],
  'declaration.over-grant': [
    409,
    async (s) => {
      await approvedHours(s);
      const { as, path } = s.dossier;
      const [grant] = await as.coordinator.all(`${path}/grants`);
      const less = { hours: 0.5, reason: 'De beschikking noemt minder uren.' };
      await as['case-director'].record(`${path}/grants/${grant?.id}/corrections`, less);
      return post(s, '/declarations', HOUR);
    },
  ],
  'declaration.amount-required': [
    409,
    async (s) => {
      await approvedHours(s);
      return post(s, '/declarations', { ...MARCH, hours: 1 });
    },
  ],
  'declaration.amount-over-rate': [
    409,
    async (s) => {
      const { cast, dossier } = s;
      await cast.adopt(dossier.ids.funderId, {
        basedOn: 'municipal-2y',
        name: 'voorbeeldstad',
        title: 'Regels van Voorbeeldstad',
        rateCents: 7_478,
      });
      const versions = await cast.administrator.all(`/v1/funders/${dossier.ids.funderId}/rule-set-versions`);
      const move = { ruleSetVersion: versions.length, on: '2024-02-01', reason: 'Er is nu een tarief.' };
      await dossier.as['case-director'].record(`${dossier.path}/rule-set-moves`, move);
      await approvedHours(s);
      return post(s, '/declarations', { ...HOUR, amount: 7_479 });
    },
  ],
  'declaration.settled': [
    409,
    async (s) => {
      const id = await declaredHours(s);
      await settle(s, id, SETTLED);
      return post(s, `/declarations/${id}/corrections`, { hours: 0.5, ...REASON });
    },
  ],
  'declaration.withdrawn': [
    409,
    async (s) => {
      const id = await declaredHours(s);
      await post(s, `/declarations/${id}/corrections`, { withdrawn: true, ...REASON });
      return settle(s, id, SETTLED);
    },
  ],
  'settlement.over-declared': [
    409,
    async (s) => settle(s, await declaredHours(s), { ...SETTLED, hours: 1.25 }),
  ],
};
