import { amsterdamDate } from '../../../domain/shared/calendar.js';
import type { Block, Document, Section } from '../../documents/document.js';
import type { CopiedFact, Copy } from './copy.query.js';
import { fieldInWords, roleInWords, valueInWords } from './copy-words.js';

/** A copy as a page to read: what is recorded, with every text, who recorded it, and who looked. */
export function copyDocument(copy: Copy): Document {
  const { facts, readings, madeAt } = copy;
  const trajectories = [...new Set(facts.flatMap(({ trajectoryId }) => trajectoryId ?? []))];
  const sections: Section[] = [
    { heading: 'Over u', blocks: [table('Wat over u zelf is vastgelegd', ofTrajectory(facts, null))] },
    ...trajectories.map((id, index) => ({
      heading: `Traject ${index + 1}`,
      blocks: [
        { kind: 'facts', facts: [{ term: 'Nummer', value: id }] } satisfies Block,
        table('Wat in dit traject is vastgelegd', ofTrajectory(facts, id)),
      ],
    })),
    {
      heading: 'Wie uw dossier bekeek',
      blocks: [
        readings.length === 0
          ? { kind: 'paragraph', text: 'Niemand anders dan u en uw jobcoach.' }
          : {
              kind: 'table',
              caption: 'Wie keek, wanneer en waarvoor',
              columns: [{ heading: 'Dag' }, { heading: 'Wie' }, { heading: 'Waarvoor', share: 2 }],
              rows: readings.map(({ readAt, role, purpose }) => [
                amsterdamDate(readAt),
                roleInWords(role),
                purpose,
              ]),
            },
      ],
    },
  ];
  return {
    title: 'Alles wat over u is vastgelegd',
    language: 'nl',
    author: 'Doorlopend',
    asOf: madeAt,
    introduction: [
      {
        kind: 'paragraph',
        text: `Dit is een kopie van alles wat op ${amsterdamDate(madeAt)} over u is vastgelegd. Klopt er iets niet, dan kunt u vragen om het te verbeteren, te beperken of te wissen.`,
      },
    ],
    sections,
  };
}

function ofTrajectory(facts: readonly CopiedFact[], id: string | null): readonly CopiedFact[] {
  return facts.filter(({ trajectoryId }) => trajectoryId === id);
}

function table(caption: string, facts: readonly CopiedFact[]): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Dag' },
      { heading: 'Wat', share: 3 },
      { heading: 'Teksten', share: 3 },
      { heading: 'Vastgelegd' },
    ],
    rows: facts.map((fact) => [
      fact.occurredOn ?? amsterdamDate(fact.recordedAt),
      fact.words,
      fact.protectedFields
        .map((field) => `${fieldInWords(field)}: ${valueInWords(fact.data[field])}`)
        .join(' · '),
      `${amsterdamDate(fact.recordedAt)}, ${roleInWords(fact.role)}`,
    ]),
  };
}
