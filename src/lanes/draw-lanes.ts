import type { CalendarDate } from '../../domain/shared/calendar.js';
import { type DrawnLane, drawLane } from './draw-lane.js';
import { drawMarks } from './draw-marks.js';
import type { Lanes } from './lanes.js';
import { element, INK, text } from './svg.js';
import { drawYears, scaleOf } from './time-axis.js';

/** Narrow on purpose: on a phone the letters are still read, on paper they are not too large. */
const WIDTH = 640;
const EDGES = { left: 16, right: WIDTH - 16 };
const AXIS_TOP = 44;
const LANES_TOP = 66;
const LANE_GAP = 10;

const HATCH =
  '<defs><pattern id="lanes-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f6f9"/><line x1="0" x2="0" y1="0" y2="6" stroke="#52606d" stroke-width="2"/></pattern></defs>';

/**
 * The lanes as an SVG document of 640 units wide, without script or inline style: it can stand in a page, on paper
 * and in a README. Every bar has a title, the whole a title and a description.
 */
export function drawLanes(lanes: Lanes): string {
  const [first, last] = daysOf(lanes);
  const today = lanes.marks.find(({ look }) => look === 'today')?.on ?? last;
  const axis = scaleOf(first, last, EDGES);
  let y = LANES_TOP;
  const drawn = lanes.lanes.map((lane): DrawnLane => {
    const one = drawLane(lane, y, axis.x, today, EDGES);
    y += one.height + LANE_GAP;
    return one;
  });
  const marks = drawMarks(lanes.marks, axis.x, AXIS_TOP + 16, y, EDGES);
  const height = y + marks.height;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="lanes-title lanes-description" font-family="system-ui, sans-serif">` +
    element('title', { id: 'lanes-title' }, text(lanes.title)) +
    element('desc', { id: 'lanes-description' }, text(lanes.description)) +
    HATCH +
    element('rect', { width: WIDTH, height, fill: '#ffffff' }) +
    element(
      'text',
      { x: EDGES.left, y: 28, 'font-size': 18, 'font-weight': 700, fill: INK },
      text(lanes.title),
    ) +
    drawYears(axis, AXIS_TOP, y) +
    drawn.map(({ bars }) => bars).join('') +
    marks.lines +
    drawn.map(({ labels }) => labels).join('') +
    marks.labels +
    '</svg>'
  );
}

function daysOf({ lanes, marks }: Lanes): readonly [first: CalendarDate, last: CalendarDate] {
  const stretches = lanes.flatMap((lane) => lane.stretches);
  const days = [
    ...marks.map(({ on }) => on),
    ...stretches.flatMap(({ from, to }) => (to ? [from, to] : [from])),
  ].sort();
  const first = days[0] ?? '2000-01-01';
  return [first, days.at(-1) ?? first];
}
