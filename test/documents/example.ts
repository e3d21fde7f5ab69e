import type { Document } from '../../src/documents/document.js';

/** A document with every kind of block, letters from outside Western Europe, and what would be markup. */
export const EXAMPLE: Document = {
  title: 'Verantwoording 1 maart t/m 31 augustus 2026',
  language: 'nl',
  author: 'Jobcoach Noord',
  asOf: '2026-09-02T10:00:00.000Z',
  introduction: [{ kind: 'facts', facts: [{ term: 'Kandidaat', value: 'Jikke Łukasz-Özgür' }] }],
  sections: [
    {
      heading: 'Uren & geld',
      blocks: [
        { kind: 'paragraph', text: 'Er is <b>12 uur</b> gebruikt.\nDat is "minder" dan toegekend.' },
        { kind: 'list', items: ['Eerste doel', 'Tweede doel'] },
      ],
    },
    {
      heading: 'Logboek',
      blocks: [
        {
          kind: 'table',
          caption: 'Coachsessies op volgorde van dag',
          columns: [{ heading: 'Dag' }, { heading: 'Duur', numeric: true }, { heading: 'Verslag', share: 3 }],
          rows: Array.from({ length: 90 }, (_, index) => [
            `dag ${index + 1}`,
            `${index} min`,
            'Samen de werkplanning van deze week doorgenomen en geoefend met de nieuwe machine.',
          ]),
        },
      ],
    },
  ],
};
