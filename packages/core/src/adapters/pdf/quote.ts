import type { Content, TableCell } from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { formatMoney } from "../../kernel/money.ts";
import type { QuoteDocument } from "../../quote/document.ts";
import { count, fact, faint, formatDay, head, ink, MARGIN, party, rows, sheet, soft, sumRows, terms } from "./parts.ts";
import { runs } from "./text.ts";

const days = (many: number): string => `${count.format(many)} ${many === 1 ? "day" : "days"}`;
/** Where a text is a calendar date it is written as the rest of the page writes dates. */
const told = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(text) : text);

const heading = (text: string): Content => ({ text, bold: true, fontSize: 10, margin: [0, 0, 0, 4] });

const pairs = (items: readonly { readonly label: string; readonly text: string }[]): Content => ({
  table: {
    widths: [124, "*"],
    body: items.map((item): TableCell[] => [{ text: runs(item.label), color: soft }, { text: runs(told(item.text)) }]),
  },
  layout: { ...rows, paddingTop: () => 3, paddingBottom: () => 3 },
  margin: [0, 0, 0, 18],
});

const amounts = ({ lines }: QuoteDocument): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: [92, "*", 84],
    body: [
      [head("Line", "left"), head("What it is for", "left"), head("Amount", "right")],
      ...lines.map((line): TableCell[] => [
        { text: runs(line.name) },
        { text: runs(line.label), color: soft },
        { text: formatMoney(line.amount), alignment: "right", noWrap: true },
      ]),
    ],
  },
  layout: rows,
});

function sums({ total, unitPrice, quantity, deposit, balance }: QuoteDocument): Content {
  const row = (name: string, amount: string, bold = false): TableCell[] => [
    { text: runs(name), color: bold ? ink : soft, bold },
    { text: amount, alignment: "right", noWrap: true, bold },
  ];
  return {
    unbreakable: true,
    columns: [
      { width: "*", text: "" },
      {
        width: 264,
        table: {
          widths: ["*", 96],
          body: [
            row("Average a piece", formatMoney(unitPrice)),
            row("Deposit, on acceptance", formatMoney(deposit)),
            row("Balance, after inspection", formatMoney(balance)),
            row(`Total for ${count.format(quantity)} pieces`, formatMoney(total), true),
          ],
        },
        layout: sumRows,
      },
    ],
    margin: [0, 8, 0, 22],
  };
}

const schedule = ({ stages, totalDays }: QuoteDocument): Content => ({
  table: {
    dontBreakRows: true,
    widths: ["*", 84],
    body: [
      ...stages.map((stage): TableCell[] => [{ text: runs(stage.name) }, { text: days(stage.days), alignment: "right" }]),
      [
        { text: "Working days in all", bold: true },
        { text: days(totalDays), alignment: "right", bold: true },
      ],
    ],
  },
  layout: { ...rows, paddingTop: () => 3, paddingBottom: () => 3 },
  margin: [0, 0, 0, 18],
});

/** A heading never stands alone at the foot of a page. */
const together = (title: string, content: Content): Content => ({ stack: [heading(title), content], unbreakable: true });

const list = (items: readonly string[], after: number): Content => ({
  ul: items.map((text): Content => ({ text: runs(text), color: soft })),
  margin: [0, 0, 0, after],
});

const points = ([first, ...rest]: readonly string[]): Content[] =>
  first === undefined
    ? []
    : [together("What this price assumes", list([first], rest.length === 0 ? 18 : 0)), ...(rest.length === 0 ? [] : [list(rest, 18)])];

const footer =
  ({ reference, revision }: QuoteDocument) =>
  (page: number, pages: number): Content => ({
    margin: [MARGIN, 10, MARGIN, 0],
    text: runs(`Quote ${reference}, revision ${revision}, page ${page} of ${pages}`),
    color: faint,
    fontSize: 7.5,
    alignment: "right",
  });

/** The page of a quote's revision; its times are those of the document, so that setting it again changes no byte. */
export function quotePage(document: QuoteDocument): TDocumentDefinitions {
  const { reference, revision, title, madeOn, validUntilOn, seller, buyer, brief, delivery } = document;
  const facts = [
    fact("Quote", reference),
    fact("Revision", String(revision)),
    fact("Made", formatDay(madeOn)),
    fact("Holds until", formatDay(validUntilOn)),
  ];
  return sheet({
    kind: "Quote",
    title: `Quote ${reference}, revision ${revision}`,
    on: madeOn,
    seller,
    facts,
    footer: footer(document),
    content: [
      { columns: [party("From", seller), party("For", buyer)], columnGap: 16, margin: [0, 0, 0, 24] },
      { text: runs(title), fontSize: 13, bold: true, margin: [0, 0, 0, 8] },
      pairs(brief),
      heading("Price"),
      amounts(document),
      sums(document),
      together("Lead time", schedule(document)),
      together("Freight, duty and tax", pairs(delivery)),
      ...points(document.assumptions),
      ...terms(document.terms),
    ],
  });
}
