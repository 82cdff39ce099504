import type { Content, TableCell } from "pdfmake";
import type { Column, CustomTableLayout, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Party } from "../../invoice/document.ts";
import { runs } from "./text.ts";

export const ink = "#1B1C1E";
export const soft = "#55565A";
export const faint = "#6B6C70";
export const line = "#DEDDD6";
export const indigo = "#2B3F7E";

export const MARGIN = 56;
const PAGE_WIDTH = 595.28;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
export const formatDay = (on: string): string => day.format(new Date(`${on}T00:00:00Z`));
export const count = new Intl.NumberFormat("en-US");

/** The thread: one line with a knot, as on the screen. Made anew for each page, because the setter writes positions into what it is given. */
export const thread = (): Content => ({
  canvas: [
    { type: "line", x1: 0, y1: 3, x2: PAGE_WIDTH - 2 * MARGIN - 8, y2: 3, lineWidth: 0.7, lineColor: line },
    { type: "ellipse", x: PAGE_WIDTH - 2 * MARGIN - 3.5, y: 3, r1: 3, r2: 3, color: indigo },
  ],
  margin: [0, 14, 0, 22],
});

export const label = (text: string): Content => ({ text, color: faint, fontSize: 8, margin: [0, 0, 0, 3] });

export function party(title: string, { name, address, registration }: Party): Column {
  const rest = registration === undefined ? address : [...address, registration];
  return {
    width: "*",
    stack: [label(title), { text: runs(name), bold: true }, ...rest.map((part): Content => ({ text: runs(part), color: soft }))],
  };
}

export const fact = (title: string, value: string): Column => ({ width: "*", stack: [label(title), { text: runs(value) }] });

export const head = (text: string, alignment: "left" | "right"): TableCell => ({ text, alignment, color: faint, fontSize: 8 });

/** Rows under thin lines, and no line beside them. */
export const rows: CustomTableLayout = {
  hLineWidth: () => 0.7,
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: (row) => (row === 0 ? 4 : 5),
  paddingBottom: () => 4,
};

/** The layout of the sums at the end: a line above and below the last row. */
export const sumRows: CustomTableLayout = {
  hLineWidth: (index, node) => (index === node.table.body.length - 1 || index === node.table.body.length ? 0.7 : 0),
  vLineWidth: () => 0,
  hLineColor: () => ink,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 5,
  paddingBottom: () => 5,
};

export const terms = (paragraphs: readonly string[]): Content[] =>
  paragraphs.length === 0
    ? []
    : [label("Terms"), ...paragraphs.map((text): Content => ({ text: runs(text), color: soft, fontSize: 9, margin: [0, 0, 0, 4] }))];

type Sheet = {
  /** What it is, as it stands at its head. */
  readonly kind: string;
  readonly title: string;
  /** The day it was made, which is the file's own too, so that setting it again changes no byte. */
  readonly on: string;
  readonly seller: Party;
  readonly facts: readonly Column[];
  readonly content: readonly Content[];
  readonly footer: (page: number, pages: number) => Content;
};

/** A paper of ours: seller and kind at its head, the thread, what it is about, and below it what is its own. */
export const sheet = ({ kind, title, on, seller, facts, content, footer }: Sheet): TDocumentDefinitions => ({
  info: { title, author: seller.name, creator: "SleekApp", producer: "SleekApp", creationDate: new Date(`${on}T00:00:00Z`) },
  language: "en",
  pageSize: "A4",
  pageMargins: [MARGIN, 52, MARGIN, 64],
  defaultStyle: { font: "Latin", fontSize: 9, lineHeight: 1.2, color: ink },
  content: [
    {
      columns: [
        { width: "*", text: runs(seller.name), fontSize: 11, bold: true, margin: [0, 6, 0, 0] },
        { width: "auto", text: kind, fontSize: 17, alignment: "right" },
      ],
    },
    thread(),
    { columns: [...facts], columnGap: 16, margin: [0, 0, 0, 22] },
    ...content,
  ],
  footer,
});
