import type { Mark } from './lanes.js';
import { type Extent, labelExtent, packRows } from './pack-rows.js';
import { shortDate } from './short-date.js';
import { element, HALO, text, textWidth } from './svg.js';
import type { Scale } from './time-axis.js';

const SIZE = 13;
const ROW_HEIGHT = 20;
const GAP = 16;
/** From a line to its label: room for the dot in which the line ends. */
const DOT_ROOM = 8;

const LOOKS = {
  today: { colour: '#33475b', width: 2, dashes: '2 4', weight: 'bold' },
  limit: { colour: '#b3261e', width: 2.5, dashes: '9 3', weight: 'bold' },
  'job-change': { colour: '#5b6b7b', width: 1, dashes: '1 0', weight: 'regular' },
} as const;

/** Marks as markup: their lines apart from their labels; and how high the labels are. */
export interface DrawnMarks {
  readonly lines: string;
  readonly labels: string;
  readonly height: number;
}

/** Draws each mark as a line from `top` over the lanes, with its label below them, from `bottom`. */
export function drawMarks(
  marks: readonly Mark[],
  x: Scale,
  top: number,
  bottom: number,
  edges: Extent,
): DrawnMarks {
  const placed = marks.map((mark) => {
    const words = `${mark.label} ${shortDate(mark.on)}`;
    return {
      mark,
      words,
      label: besideLine(x(mark.on), textWidth(words, SIZE, LOOKS[mark.look].weight), edges),
    };
  });
  const rows = packRows(placed, GAP);
  const drawn = rows.flatMap((row, index) =>
    row.map(({ mark, words, label }) => {
      const y = bottom + 16 + index * ROW_HEIGHT;
      return {
        line: drawLine(mark, x(mark.on), top, y - 5),
        label: drawLabel(mark, words, label, x(mark.on), y),
      };
    }),
  );
  return {
    lines: drawn.map(({ line }) => line).join(''),
    labels: drawn.map(({ label }) => label).join(''),
    height: rows.length * ROW_HEIGHT + 8,
  };
}

/** Right of its line, or left of it where the picture ends; never over the picture's edge. */
function besideLine(at: number, width: number, edges: Extent): Extent {
  const right = at + DOT_ROOM;
  const left = at - DOT_ROOM - width;
  return labelExtent(right + width > edges.right && left >= edges.left ? left : right, width, edges);
}

function drawLine({ look }: Mark, at: number, top: number, bottom: number): string {
  const { colour, width, dashes } = LOOKS[look];
  const line = { x1: at, x2: at, y1: top, y2: bottom, stroke: colour };
  return (
    element('line', { ...line, 'stroke-width': width, 'stroke-dasharray': dashes }) +
    element('circle', { cx: at, cy: bottom, r: 4, fill: colour })
  );
}

/** A label left of its line ends there, whatever room its letters take. */
function drawLabel({ look }: Mark, words: string, label: Extent, at: number, y: number): string {
  const { colour, weight } = LOOKS[look];
  const isLeft = label.right <= at;
  return element(
    'text',
    {
      x: Math.round((isLeft ? label.right : label.left) * 10) / 10,
      y,
      'font-size': SIZE,
      'font-weight': weight === 'bold' ? 700 : 400,
      'text-anchor': isLeft ? 'end' : 'start',
      fill: colour,
      ...HALO,
    },
    text(words),
  );
}
