import { scaleLinear } from 'd3-scale';
import { addMonths, type CalendarDate, dayNumber } from '../../domain/shared/calendar.js';
import type { Lane, LaneStretch, Lanes, Mark } from './lanes.js';
import { element, text } from './svg.js';

const WIDTH = 960;
const LEFT = 120;
const RIGHT = 24;
const TOP = 76;
const ROW = 26;
const GAP = 18;
const FONT = 'font-family="system-ui, sans-serif"';

const FILL = { plain: '#154273', light: '#cfe3f5', hatched: 'url(#absence)' } as const;
const INK = { plain: '#ffffff', light: '#0b2540', hatched: '#0b2540' } as const;

type Scale = (date: CalendarDate) => number;

/** Stretches that share days go below each other, so that none hides another. */
function rowsOf(lane: Lane, end: CalendarDate): readonly (readonly LaneStretch[])[] {
  const rows: LaneStretch[][] = [];
  const sorted = [...lane.stretches].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const stretch of sorted) {
    const row = rows.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && (last.to ?? end) < stretch.from;
    });
    if (row) row.push(stretch);
    else rows.push([stretch]);
  }
  return rows.length > 0 ? rows : [[]];
}

/** The label when it fits its bar, cut with an ellipsis when it nearly does, nothing in a sliver. */
function fitted(label: string, width: number): string {
  const letters = Math.floor((width - 8) / 6.6);
  if (letters >= label.length) return label;
  return letters >= 5 ? `${label.slice(0, letters - 1)}…` : '';
}

function drawStretch(stretch: LaneStretch, y: number, x: Scale, end: CalendarDate): string {
  const left = x(stretch.from);
  const width = Math.max(2, x(stretch.to ?? end) - left);
  const bar = element(
    'rect',
    {
      x: left,
      y,
      width,
      height: ROW - 4,
      rx: 3,
      fill: FILL[stretch.look],
      stroke: '#154273',
      'stroke-width': 1,
    },
    element('title', {}, text(`${stretch.label}: ${stretch.from} t/m ${stretch.to ?? 'nu'}`)),
  );
  const label = fitted(stretch.label, width);
  if (!label) return bar;
  return (
    bar + element('text', { x: left + 5, y: y + 15, 'font-size': 12, fill: INK[stretch.look] }, text(label))
  );
}

/** Ticks at the first of January and of July, the years named. */
function drawAxis(from: CalendarDate, to: CalendarDate, x: Scale, bottom: number): string {
  const ticks: string[] = [];
  let tick = `${from.slice(0, 4)}-01-01` as CalendarDate;
  for (; tick <= to; tick = addMonths(tick, 6)) {
    if (tick < from) continue;
    const january = tick.slice(5, 7) === '01';
    ticks.push(
      element('line', {
        x1: x(tick),
        x2: x(tick),
        y1: TOP - 8,
        y2: bottom,
        stroke: january ? '#8a97a6' : '#d5dbe1',
      }),
    );
    if (january)
      ticks.push(
        element(
          'text',
          { x: x(tick) + 3, y: TOP - 12, 'font-size': 12, fill: '#33475b' },
          text(tick.slice(0, 4)),
        ),
      );
  }
  return ticks.join('');
}

function drawMark(mark: Mark, index: number, x: Scale, bottom: number): string {
  const colour = mark.look === 'today' ? '#33475b' : '#b3261e';
  const at = x(mark.on);
  const anchor = at > WIDTH - 220 ? 'end' : 'start';
  const y = bottom + 18 + index * 17;
  return (
    element('line', {
      x1: at,
      x2: at,
      y1: TOP - 8,
      y2: y - 12,
      stroke: colour,
      'stroke-width': 2,
      'stroke-dasharray': mark.look === 'today' ? '2 3' : '7 3',
    }) +
    element(
      'text',
      { x: at, y, 'font-size': 13, fill: colour, 'text-anchor': anchor, 'font-weight': 600 },
      text(`${mark.label} ${mark.on}`),
    )
  );
}

/**
 * The lanes as an SVG document of 960 units wide, without script or inline style: it can stand in a page, on paper
 * and in a README. Every bar has a title, the whole a title and a description.
 */
export function drawLanes(lanes: Lanes): string {
  const days = [
    ...lanes.marks.map(({ on }) => on),
    ...lanes.lanes.flatMap(({ stretches }) =>
      stretches.flatMap(({ from, to }) => (to ? [from, to] : [from])),
    ),
  ].sort();
  const first = days[0] ?? ('2000-01-01' as CalendarDate);
  const last = days.at(-1) ?? first;
  const from = addMonths(first, -1);
  const to = addMonths(last, 2);
  const today = lanes.marks.find(({ look }) => look === 'today')?.on ?? last;
  const scale = scaleLinear([dayNumber(from), dayNumber(to)], [LEFT, WIDTH - RIGHT]);
  const x: Scale = (date) => Math.round(scale(dayNumber(date)) * 10) / 10;

  let y = TOP;
  const body: string[] = [];
  for (const lane of lanes.lanes) {
    body.push(
      element(
        'text',
        { x: 12, y: y + 15, 'font-size': 13, fill: '#0b2540', 'font-weight': 600 },
        text(lane.name),
      ),
    );
    for (const row of rowsOf(lane, today)) {
      body.push(...row.map((stretch) => drawStretch(stretch, y, x, today)));
      y += ROW;
    }
    y += GAP;
  }
  const bottom = y - GAP + 4;
  const height = bottom + 18 + lanes.marks.length * 17;
  const marks = lanes.marks.map((mark, index) => drawMark(mark, index, x, bottom)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="lanes-title lanes-description" ${FONT}>` +
    element('title', { id: 'lanes-title' }, text(lanes.title)) +
    element('desc', { id: 'lanes-description' }, text(lanes.description)) +
    '<defs><pattern id="absence" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f6f9"/><line x1="0" x2="0" y1="0" y2="6" stroke="#5b6b7b" stroke-width="2"/></pattern></defs>' +
    element('rect', { width: WIDTH, height, fill: '#ffffff' }) +
    element(
      'text',
      { x: 12, y: 30, 'font-size': 18, fill: '#0b2540', 'font-weight': 600 },
      text(lanes.title),
    ) +
    drawAxis(from, to, x, bottom) +
    body.join('') +
    marks +
    '</svg>'
  );
}
