import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { DateField, Field, IntegerField, TextField } from '../fields.js';
import { cursorFault } from './cursor.js';

const POSITION =
  'De positie uit het antwoord op wat u vastlegde: het antwoord wacht tot het zo ver is bijgewerkt, ten hoogste vijf seconden.';

/** The query of every read. */
export class PositionQuery {
  @TextField({ description: POSITION, optional: true, max: 100 })
  readonly position?: string;
}

/** The query of every read of a trajectory: `on` moves the calendar, `knownOn` what was recorded (reading 6). */
export class AsOfQuery extends PositionQuery {
  @DateField({
    description:
      'De dag waarover u het wilt weten (peildatum); zonder deze vandaag. Wat daarna gebeurt of eindigt, is er nog niet; een verbetering telt altijd mee.',
    optional: true,
  })
  readonly on?: CalendarDate;

  @DateField({
    description:
      'De dag waarop dit bekend was (bekend op), tot en met vandaag: wat later is vastgelegd of verbeterd, telt niet mee.',
    optional: true,
    notInFuture: true,
  })
  readonly knownOn?: CalendarDate;
}

export const MOST_ITEMS = 200;
export const DEFAULT_ITEMS = 50;

const LIMIT = {
  description: `Hoeveel regels u per bladzijde wilt (limiet), ten hoogste ${MOST_ITEMS}; zonder deze ${DEFAULT_ITEMS}.`,
  optional: true,
  min: 1,
  max: MOST_ITEMS,
  example: DEFAULT_ITEMS,
};

const CURSOR = {
  description: 'Waar de bladzijde begint (bladwijzer), zoals de kop Link van de vorige bladzijde die gaf.',
  optional: true,
};
const CURSOR_FIELD = { check: cursorFault, schema: { type: 'string' as const, maxLength: 1_000 } };

/** What a page of a collection is asked with. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit?: number;
}

/** The query of a collection. */
export class PageQuery extends PositionQuery implements PageRequest {
  @Field(CURSOR, CURSOR_FIELD)
  readonly cursor?: string;

  @IntegerField(LIMIT)
  readonly limit?: number;
}

/** The query of a collection within a trajectory. */
export class AsOfPageQuery extends AsOfQuery implements PageRequest {
  @Field(CURSOR, CURSOR_FIELD)
  readonly cursor?: string;

  @IntegerField(LIMIT)
  readonly limit?: number;
}
