import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Block, Document, TableBlock } from './document.js';

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/* Points, 72 to the inch. */
const MARGIN = 50;
const SIZE = { title: 18, heading: 13, text: 10, table: 9, foot: 8 } as const;
const INK = '#0b2540';
const SHADE = '#dde5ee';
const LIGHT_SHADE = '#f3f6f9';
const FIRST_COLUMN_SHARE = 0.32;

/** The library knows it; its types do not. */
const PDF_UA = 'PDF/UA' as NonNullable<PDFKit.PDFDocumentOptions['subset']>;

/** DejaVu Sans has the letters of every name in Europe; the fonts that a PDF reader brings itself have not. */
const fonts = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const FONTS = { regular: fonts, bold: fonts.replace('DejaVuSans.ttf', 'DejaVuSans-Bold.ttf') } as const;

/**
 * The document as a tagged PDF (PDF/UA): headings, lists and tables are named as such, so that a screen reader reads it in
 * order. Rejects when it cannot be written.
 */
export async function pdfOf(document: Document): Promise<Buffer> {
  const { title, language: lang, author, asOf, introduction, sections } = document;
  const date = new Date(asOf);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    subset: PDF_UA,
    tagged: true,
    displayTitle: true,
    lang,
    bufferPages: true,
    font: FONTS.regular,
    info: { Title: title, Author: author, CreationDate: date, ModDate: date },
  });
  const whole = collected(pdf);
  new PdfWriter(pdf).write(title, introduction, sections);
  pdf.end();
  return whole;
}

function collected(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** Writes blocks one under the other, each under its structure element. */
class PdfWriter {
  private readonly root: Structure;

  constructor(private readonly pdf: Pdf) {
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
  }

  write(title: string, introduction: readonly Block[], sections: Document['sections']): void {
    this.words(this.root, 'H1', title, SIZE.title, 'bold');
    for (const block of introduction) this.block(this.root, block);
    for (const { heading, blocks } of sections) {
      const section = this.pdf.struct('Sect');
      this.root.add(section);
      this.room(SIZE.heading * 5);
      this.pdf.moveDown(0.8);
      this.words(section, 'H2', heading, SIZE.heading, 'bold');
      for (const block of blocks) this.block(section, block);
      section.end();
    }
    this.root.end();
    this.footers();
  }

  private block(parent: Structure, block: Block): void {
    switch (block.kind) {
      case 'paragraph':
        this.words(parent, 'P', block.text, SIZE.text);
        break;
      case 'list':
        for (const item of block.items) this.words(parent, 'P', `•  ${item}`, SIZE.text);
        break;
      case 'facts':
        this.table(parent, factsAsTable(block.facts));
        break;
      case 'table':
        this.table(parent, block);
        break;
      default:
        unknownMember(block);
    }
  }

  private words(
    parent: Structure,
    tag: string,
    content: string,
    size: number,
    font: keyof typeof FONTS = 'regular',
  ): void {
    const { pdf } = this;
    parent.add(
      pdf.struct(tag, {}, () => {
        pdf.font(FONTS[font]).fontSize(size).fillColor(INK).text(content).moveDown(0.4);
      }),
    );
  }

  private table(parent: Structure, { caption, columns, rows }: TableBlock): void {
    const { pdf } = this;
    if (caption) this.words(parent, 'P', caption, SIZE.table);
    const shares = columns.map(({ share = 1 }) => share);
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const width = pdf.page.width - 2 * MARGIN;
    const align = (place: number) => (columns[place]?.numeric ? 'right' : 'left');
    const headings = columns.map(({ heading }, place) => ({
      text: heading,
      type: 'TH' as const,
      scope: 'Column',
      align: { x: align(place), y: 'top' },
      backgroundColor: SHADE,
      font: { src: FONTS.bold },
    }));
    const named = columns.some(({ heading }) => heading !== '');
    const table = pdf
      .font(FONTS.regular)
      .fontSize(SIZE.table)
      .table({
        structParent: parent,
        columnStyles: shares.map((share) => (width * share) / whole),
        // No borders: the library notes their colours in a form that readers of tagged PDF reject.
        defaultStyle: { padding: 4, border: 0, textColor: INK },
      } as PDFKit.Mixins.TableOptions);
    if (named) table.row(headings as never);
    for (const [index, cells] of rows.entries()) {
      table.row(
        cells.map((text, place) => ({
          text,
          ...(index % 2 === 1 && { backgroundColor: LIGHT_SHADE }),
          ...(place === 0 && { type: 'TH' as const, scope: 'Row' }),
          align: { x: align(place), y: 'top' },
        })) as never,
      );
    }
    table.end();
    pdf.moveDown(0.6);
  }

  /** A heading never stands alone at the foot of a page. */
  private room(height: number): void {
    const { pdf } = this;
    if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
  }

  /** The number of each page, which is no part of what the document says. */
  private footers(): void {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      pdf.switchToPage(page);
      const { bottom } = pdf.page.margins;
      pdf.page.margins.bottom = 0;
      pdf.markContent('Artifact', { type: 'Pagination' });
      pdf
        .font(FONTS.regular)
        .fontSize(SIZE.foot)
        .fillColor(INK)
        .text(`Pagina ${page + 1} van ${count}`, MARGIN, pdf.page.height - MARGIN / 2 - SIZE.foot, {
          align: 'right',
          width: pdf.page.width - 2 * MARGIN,
          lineBreak: false,
        });
      pdf.endMarkedContent();
      pdf.page.margins.bottom = bottom;
    }
  }
}

function factsAsTable(facts: readonly { readonly term: string; readonly value: string }[]): TableBlock {
  return {
    kind: 'table',
    caption: '',
    columns: [
      { heading: '', share: FIRST_COLUMN_SHARE },
      { heading: '', share: 1 - FIRST_COLUMN_SHARE },
    ],
    rows: facts.map(({ term, value }) => [term, value]),
  };
}
