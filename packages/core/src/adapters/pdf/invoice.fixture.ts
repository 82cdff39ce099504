import type { InvoiceDocument } from "../../invoice/document.ts";
import { sum, usd } from "../../kernel/money.ts";

const seller = {
  name: "SleekApp Trading Ltd. (example)",
  address: ["14 Ledger Row", "London E1 6AN", "United Kingdom"],
  registration: "VAT GB 000 0000 00",
};
const buyer = { name: "Nordhavn Outdoor ApS", address: ["Æbeløgade 4", "2100 København Ø", "Denmark"], registration: "VAT DK 12345678" };

/** A balance invoice with every part an invoice can have, and letters from everywhere. */
export const balanceInvoice: InvoiceDocument = {
  purpose: "balance",
  number: "INV-2026-0042",
  series: "INV-2026",
  orderNumber: "SO-2026-0107",
  issuedOn: "2026-12-01",
  dueOn: "2026-12-08",
  seller,
  buyer,
  shipTo: { name: "Nordhavn Outdoor, lager", address: ["Nguyễn Văn Linh 12", "Łódź, İzmir, Αθήνα", "নারায়ণগঞ্জ, বাংলাদেশ"] },
  lines: [
    {
      description: "Piqué polo, organic cotton",
      detail: "220 g/m², navy and white, sizes S to XXL, made in নারায়ণগঞ্জ",
      quantity: 500,
      unitPrice: usd(840),
      amount: usd(420_000),
    },
    { description: "Fabric: organic cotton piqué", amount: usd(63_000) },
    { description: "Embroidery, left chest", quantity: 500, unitPrice: usd(105), amount: usd(52_500) },
    { description: "Volume", amount: usd(-42_000) },
    { description: "Platform fee", amount: usd(23_100) },
  ],
  total: usd(516_600),
  paid: [{ label: "Deposit, INV-2026-0031", amount: usd(154_980) }],
  due: usd(361_620),
  terms: [
    "Payable within 7 days by card or bank transfer. The goods leave the factory when the balance is paid.",
    "Amounts are in US dollars; ৳ ₹ € zł ₫ only where the text says so.",
  ],
  legal: ["SleekApp Trading Ltd. (example), registered in England and Wales, 00000000."],
};

const many = Array.from({ length: 45 }, (_, index) => ({
  description: `Colourway ${index + 1}: lambswool crew-neck sweater with ribbed cuffs`,
  quantity: 10 + index,
  unitPrice: usd(1_995),
  amount: usd((10 + index) * 1_995),
}));

/** A deposit invoice over more lines than one page holds. */
export const longInvoice: InvoiceDocument = {
  ...balanceInvoice,
  purpose: "deposit",
  number: "INV-2026-0043",
  lines: many,
  total: sum(many.map(({ amount }) => amount)),
  paid: [],
  due: sum(many.map(({ amount }) => amount)),
};
