import type { Content, TableCell } from "pdfmake";
import type { Column, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { InvoiceDocument, InvoiceLine, Party } from "../../invoice/document.ts";
import { formatMoney } from "../../kernel/money.ts";
import { runs } from "./text.ts";

const ink = "#1B1C1E";
const soft = "#55565A";
const faint = "#6B6C70";
const line = "#DEDDD6";
const indigo = "#2B3F7E";

const MARGIN = 56;
const PAGE_WIDTH = 595.28;

const titles = { deposit: "Deposit invoice", balance: "Balance invoice" } as const;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const formatDay = (on: string): string => day.format(new Date(`${on}T00:00:00Z`));
const count = new Intl.NumberFormat("en-US");

/** The thread: one line with a knot, as on the screen. Made anew for each page, because the setter writes positions into what it is given. */
const thread = (): Content => ({
  canvas: [
    { type: "line", x1: 0, y1: 3, x2: PAGE_WIDTH - 2 * MARGIN - 8, y2: 3, lineWidth: 0.7, lineColor: line },
    { type: "ellipse", x: PAGE_WIDTH - 2 * MARGIN - 3.5, y: 3, r1: 3, r2: 3, color: indigo },
  ],
  margin: [0, 14, 0, 22],
});

const label = (text: string): Content => ({ text, color: faint, fontSize: 8, margin: [0, 0, 0, 3] });

function party(title: string, { name, address, registration }: Party): Column {
  const rest = registration === undefined ? address : [...address, registration];
  return {
    width: "*",
    stack: [label(title), { text: runs(name), bold: true }, ...rest.map((part): Content => ({ text: runs(part), color: soft }))],
  };
}

const fact = (title: string, value: string): Column => ({ width: "*", stack: [label(title), { text: runs(value) }] });

function position({ description, detail, quantity, unitPrice, amount }: InvoiceLine): TableCell[] {
  const words: Content[] = [{ text: runs(description) }];
  if (detail !== undefined) words.push({ text: runs(detail), color: faint, fontSize: 8, margin: [0, 1, 0, 0] });
  return [
    { stack: words },
    { text: quantity === undefined ? "" : count.format(quantity), alignment: "right" },
    { text: unitPrice === undefined ? "" : formatMoney(unitPrice), alignment: "right", noWrap: true },
    { text: formatMoney(amount), alignment: "right", noWrap: true },
  ];
}

const head = (text: string, alignment: "left" | "right"): TableCell => ({ text, alignment, color: faint, fontSize: 8 });

const positions = (lines: readonly InvoiceLine[]): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: ["*", 56, 76, 84],
    body: [[head("Description", "left"), head("Quantity", "right"), head("Price each", "right"), head("Amount", "right")], ...lines.map(position)],
  },
  layout: {
    hLineWidth: () => 0.7,
    vLineWidth: () => 0,
    hLineColor: () => line,
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: () => 0,
    paddingTop: (row) => (row === 0 ? 4 : 5),
    paddingBottom: () => 4,
  },
});

function sums({ total, paid, due, dueOn }: InvoiceDocument): Content {
  const row = (name: string, amount: string, bold = false): TableCell[] => [
    { text: runs(name), color: bold ? ink : soft, bold },
    { text: amount, alignment: "right", noWrap: true, bold },
  ];
  const before = paid.map(({ label: name, amount }) => row(name, `−${formatMoney(amount)}`));
  const settled = due.amount === 0;
  return {
    unbreakable: true,
    columns: [
      { width: "*", text: "" },
      {
        width: 264,
        table: {
          widths: ["*", 96],
          body: [
            row("Total", formatMoney(total), before.length === 0 && settled),
            ...before,
            row(settled ? "Nothing left to pay" : `Due ${formatDay(dueOn)}`, formatMoney(due), true),
          ],
        },
        layout: {
          hLineWidth: (index, node) => (index === node.table.body.length - 1 || index === node.table.body.length ? 0.7 : 0),
          vLineWidth: () => 0,
          hLineColor: () => ink,
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 5,
          paddingBottom: () => 5,
        },
      },
    ],
    margin: [0, 8, 0, 24],
  };
}

const terms = (paragraphs: readonly string[]): Content[] =>
  paragraphs.length === 0
    ? []
    : [label("Terms"), ...paragraphs.map((text): Content => ({ text: runs(text), color: soft, fontSize: 9, margin: [0, 0, 0, 4] }))];

const footer =
  ({ number, legal }: InvoiceDocument) =>
  (page: number, pages: number): Content => ({
    margin: [MARGIN, 10, MARGIN, 0],
    columns: [
      { width: "*", stack: legal.map((text): Content => ({ text: runs(text), color: faint, fontSize: 7.5 })) },
      { width: 130, text: runs(`${number}, page ${page} of ${pages}`), color: faint, fontSize: 7.5, alignment: "right" },
    ],
  });

/** The page of an invoice; its times are those of the document, so that setting it again changes no byte. */
export function invoicePage(document: InvoiceDocument): TDocumentDefinitions {
  const { purpose, number, orderNumber, poNumber, issuedOn, dueOn, seller, buyer, shipTo, lines } = document;
  const ordered = [fact("Order", orderNumber), ...(poNumber === undefined ? [] : [fact("Your order", poNumber)])];
  const facts = [fact("Number", number), ...ordered, fact("Issued", formatDay(issuedOn)), fact("Due", formatDay(dueOn))];
  return {
    info: {
      title: `${titles[purpose]} ${number}`,
      author: seller.name,
      creator: "SleekApp",
      producer: "SleekApp",
      creationDate: new Date(`${issuedOn}T00:00:00Z`),
    },
    language: "en",
    pageSize: "A4",
    pageMargins: [MARGIN, 52, MARGIN, 64],
    defaultStyle: { font: "Latin", fontSize: 9, lineHeight: 1.2, color: ink },
    content: [
      {
        columns: [
          { width: "*", text: runs(seller.name), fontSize: 11, bold: true, margin: [0, 6, 0, 0] },
          { width: "auto", text: titles[purpose], fontSize: 17, alignment: "right" },
        ],
      },
      thread(),
      { columns: facts, columnGap: 16, margin: [0, 0, 0, 22] },
      {
        columns: [party("From", seller), party("To", buyer), ...(shipTo === undefined ? [] : [party("Ship to", shipTo)])],
        columnGap: 16,
        margin: [0, 0, 0, 26],
      },
      positions(lines),
      sums(document),
      ...terms(document.terms),
    ],
    footer: footer(document),
  };
}
