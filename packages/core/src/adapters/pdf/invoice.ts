import type { Content, TableCell } from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { InvoiceDocument, InvoiceLine } from "../../invoice/document.ts";
import { formatMoney } from "../../kernel/money.ts";
import { count, fact, faint, formatDay, head, ink, MARGIN, party, rows, sheet, soft, sumRows, terms } from "./parts.ts";
import { runs } from "./text.ts";

const titles = { deposit: "Deposit invoice", balance: "Balance invoice" } as const;

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

const positions = (lines: readonly InvoiceLine[]): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: ["*", 56, 76, 84],
    body: [[head("Description", "left"), head("Quantity", "right"), head("Price each", "right"), head("Amount", "right")], ...lines.map(position)],
  },
  layout: rows,
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
        layout: sumRows,
      },
    ],
    margin: [0, 8, 0, 24],
  };
}

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
  return sheet({
    kind: titles[purpose],
    title: `${titles[purpose]} ${number}`,
    on: issuedOn,
    seller,
    facts,
    footer: footer(document),
    content: [
      {
        columns: [party("From", seller), party("To", buyer), ...(shipTo === undefined ? [] : [party("Ship to", shipTo)])],
        columnGap: 16,
        margin: [0, 0, 0, 26],
      },
      positions(lines),
      sums(document),
      ...terms(document.terms),
    ],
  });
}
