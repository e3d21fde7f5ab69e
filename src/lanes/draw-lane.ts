import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Lane, LaneStretch } from './lanes.js';
import { type Extent, type Labelled, labelExtent, packRows } from './pack-rows.js';
import { shortDate } from './short-date.js';
import { element, HALO, INK, text, textWidth } from './svg.js';
import type { Scale } from './time-axis.js';

const NAME_HEIGHT = 22;
const LABEL_HEIGHT = 19;
const BAR_HEIGHT = 13;
const ROW_HEIGHT = LABEL_HEIGHT + BAR_HEIGHT + 7;
const LABEL_SIZE = 13;
const LABEL_GAP = 12;
const ARROW = 7;
/** A stretch of a day is seen too. */
const NARROWEST = 3;
/** Between two bars that follow each other on the day, so that they are seen to be two. */
const CLEFT = 2;

const TONES = {
  employer: { strong: '#154273', soft: '#cfe0f2' },
  coach: { strong: '#1b6b45', soft: '#cfeadb' },
  grant: { strong: '#8a5a00', soft: '#fbe5b6' },
  absence: { strong: '#52606d', soft: '#e8ecf0' },
} as const;

interface Placed extends Labelled {
  readonly stretch: LaneStretch;
  readonly body: Extent;
}

/** A lane as markup: its bars apart from its labels, so that lines can run between the two; and how high it is. */
export interface DrawnLane {
  readonly bars: string;
  readonly labels: string;
  readonly height: number;
}

/**
 * Draws a lane from `top`: its name, and below it each stretch as a bar under its own label. Stretches whose bars or
 * labels would touch go on separate rows. One that goes on ends in an arrow at `today`.
 */
export function drawLane(lane: Lane, top: number, x: Scale, today: CalendarDate, edges: Extent): DrawnLane {
  const heading = element(
    'text',
    { x: edges.left, y: top + 14, 'font-size': 14, 'font-weight': 700, fill: INK, ...HALO },
    text(lane.name),
  );
  if (lane.stretches.length === 0) {
    const none = { x: edges.left, y: top + NAME_HEIGHT + 11, 'font-size': LABEL_SIZE, fill: '#52606d' };
    return { bars: '', labels: heading + element('text', none, 'geen'), height: NAME_HEIGHT + LABEL_HEIGHT };
  }
  const rows = packRows(
    lane.stretches.map((stretch) => place(stretch, x, today, edges)),
    LABEL_GAP,
  );
  const drawn = rows.flatMap((row, index) => {
    const y = top + NAME_HEIGHT + index * ROW_HEIGHT;
    return row.map((placed) => ({ bar: drawBar(placed, lane, y), label: drawLabel(placed, y) }));
  });
  return {
    bars: drawn.map(({ bar }) => bar).join(''),
    labels: heading + drawn.map(({ label }) => label).join(''),
    height: NAME_HEIGHT + rows.length * ROW_HEIGHT,
  };
}

function place(stretch: LaneStretch, x: Scale, today: CalendarDate, edges: Extent): Placed {
  const left = x(stretch.from);
  const end = stretch.to ?? today;
  const body = { left, right: Math.max(left + NARROWEST, x(addDays(end, 1))) };
  return { stretch, body, label: labelExtent(left, textWidth(stretch.label, LABEL_SIZE), edges) };
}

function drawBar({ stretch, body }: Placed, { tone }: Lane, y: number): string {
  const { strong, soft } = TONES[tone];
  const fill = { plain: strong, light: soft, hatched: 'url(#lanes-hatch)' }[stretch.look];
  const until = stretch.to === null ? 'tot nu' : `t/m ${shortDate(stretch.to)}`;
  return element(
    'path',
    { d: outline(body, y + LABEL_HEIGHT, stretch.to === null), fill, stroke: strong },
    element('title', {}, text(`${stretch.label}: ${shortDate(stretch.from)} ${until}`)),
  );
}

function outline({ left, right: end }: Extent, y: number, goesOn: boolean): string {
  const right = goesOn ? end : Math.max(left + 1, end - CLEFT);
  const tip = goesOn ? `L${tenth(right + ARROW)} ${y + BAR_HEIGHT / 2}` : '';
  return `M${left} ${y}H${tenth(right)}${tip}L${tenth(right)} ${y + BAR_HEIGHT}H${left}Z`;
}

function drawLabel({ stretch, label }: Placed, y: number): string {
  return element(
    'text',
    { x: tenth(label.left), y: y + 12, 'font-size': LABEL_SIZE, fill: INK, ...HALO },
    text(stretch.label),
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
