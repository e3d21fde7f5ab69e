import { describe, expect, it } from '@jest/globals';
import { addMonths } from '../../domain/shared/calendar.js';
import { drawLanes } from '../../src/lanes/draw-lanes.js';
import type { Lanes } from '../../src/lanes/lanes.js';

const CAREER: Lanes = {
  title: 'Werkgevers, jobcoaches en toekenningen',
  description: 'Werkgevers: Bakkerij Oord vanaf 2 jan 2024.',
  marks: [
    { label: 'max. 2 jaar (gemeente): t/m', on: '2026-01-01', look: 'limit' },
    { label: 'max. 3 jaar (UWV): t/m', on: '2027-01-01', look: 'limit' },
    { label: 'peildatum', on: '2025-03-02', look: 'today' },
  ],
  lanes: [
    {
      name: 'Werkgever',
      tone: 'employer',
      stretches: [
        { label: 'Bakkerij Oord, proefplaatsing', from: '2024-01-02', to: '2024-03-01', look: 'light' },
        { label: 'Bakkerij Oord, dienstverband', from: '2024-03-02', to: null, look: 'plain' },
      ],
    },
    {
      name: 'Afwezig',
      tone: 'absence',
      stretches: [{ label: 'afwezig', from: '2024-06-03', to: '2024-06-09', look: 'hatched' }],
    },
    { name: 'Toekenning', tone: 'grant', stretches: [] },
  ],
};

/** A career with one employer of this name. */
function withEmployer(name: string): Lanes {
  const stretches = [{ label: name, from: '2024-01-02', to: null, look: 'plain' }] as const;
  return { ...CAREER, lanes: [{ name: 'Werkgever', tone: 'employer', stretches }] };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where the labels of 13 units are, with the room that a wide letter takes. */
function labelsOf(svg: string): readonly Box[] {
  const texts = svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="13"([^>]*)>([^<]+)</g);
  return [...texts].map(([, x, y, rest = '', words = '']) => {
    const width = words.length * 13 * (rest.includes('font-weight="700"') ? 0.6 : 0.54);
    const left = rest.includes('text-anchor="end"') ? Number(x) - width : Number(x);
    return { left, right: left + width, y: Number(y) };
  });
}

describe('A picture of lanes', () => {
  it('gives every bar a title that says what it is, from when and until when', () => {
    const svg = drawLanes(CAREER);
    const titles = [...svg.matchAll(/<path [^>]*><title>([^<]*)<\/title><\/path>/g)].map(
      ([, title]) => title,
    );
    expect(titles).toEqual([
      'Bakkerij Oord, proefplaatsing: 2 jan 2024 t/m 1 mrt 2024',
      'Bakkerij Oord, dienstverband: 2 mrt 2024 tot nu',
      'afwezig: 3 jun 2024 t/m 9 jun 2024',
    ]);
    expect([...svg.matchAll(/<path /g)]).toHaveLength(titles.length);
  });

  it('says for who does not see it what it is and what it shows', () => {
    const svg = drawLanes(CAREER);
    expect(svg).toContain('role="img" aria-labelledby="lanes-title lanes-description"');
    expect(svg).toContain(`<title id="lanes-title">${CAREER.title}</title>`);
    expect(svg).toContain(`<desc id="lanes-description">${CAREER.description}</desc>`);
  });

  it('draws a line and a name with a Dutch date for both limits and for the day it is about', () => {
    const svg = drawLanes(CAREER);
    expect(svg).toContain('>max. 2 jaar (gemeente): t/m 1 jan 2026<');
    expect(svg).toContain('>max. 3 jaar (UWV): t/m 1 jan 2027<');
    expect(svg).toContain('>peildatum 2 mrt 2025<');
    expect([...svg.matchAll(/stroke-dasharray/g)]).toHaveLength(CAREER.marks.length);
  });

  it('names a lane in which nothing happened, and says so', () => {
    expect(drawLanes(CAREER)).toMatch(/>Toekenning<\/text><text [^>]*>geen</);
  });

  it('shows a name that looks like markup as that name', () => {
    const svg = drawLanes(withEmployer('<script>alert("x")</script> & Zonen'));
    expect(svg).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Zonen');
    expect(svg).not.toContain('<script');
  });

  it('leaves out characters that would make the document unreadable', () => {
    expect(drawLanes(withEmployer('Kaas\u0000\u0008\ufffe\ud800 & Co'))).toContain('>Kaas &amp; Co<');
  });

  it('has no inline style, script, event handler or reference to elsewhere, so that a strict policy shows it', () => {
    const svg = drawLanes(CAREER);
    expect(svg).not.toMatch(/<style|<script|\sstyle=|\son\w+=|href/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('lets no label run over another or out of the picture, however close the facts are', () => {
    const months = Array.from({ length: 24 }, (_, index) => index);
    const svg = drawLanes({
      ...CAREER,
      lanes: CAREER.lanes.map((lane) => ({
        ...lane,
        stretches: months.map((month) => ({
          label: `${lane.name} nummer ${month + 1} met een lange naam`,
          from: addMonths('2024-01-01', month),
          to: addMonths('2024-01-28', month),
          look: 'plain' as const,
        })),
      })),
    });
    const labels = labelsOf(svg);
    expect(labels.length).toBeGreaterThan(72);
    for (const one of labels) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(640);
      const over = labels.filter(
        (other) => other !== one && other.y === one.y && other.left < one.right && one.left < other.right,
      );
      expect(over).toEqual([]);
    }
  });

  it('draws a picture of nothing', () => {
    expect(drawLanes({ title: 'Leeg', description: '', lanes: [], marks: [] })).toMatch(/^<svg .*<\/svg>$/);
  });
});
