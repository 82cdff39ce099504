import { pdfmakePdf } from "@sleekapp/core/adapters/pdf/pdfmake";
import * as Invoice from "@sleekapp/core/invoice";
import { isKind } from "@sleekapp/core/kernel/error";
import { formatMoney, sum, usd } from "@sleekapp/core/kernel/money";
import { newId } from "@sleekapp/core/kernel/id";
import * as Order from "@sleekapp/core/order";
import { Blob } from "@sleekapp/core/ports/blob";
import { Pdf } from "@sleekapp/core/ports/pdf";
import { commit } from "@sleekapp/core/table/commit";
import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { actors, BUYER } from "./actors.ts";
import { as, NOW } from "./table.ts";

const run = promisify(execFile);

/** An order of its own price, in three lines that add up to it. */
async function opened(at: number): Promise<string> {
  const parts = [usd(50_000 + at * 37), usd(9_900 + at), usd(-1_234)];
  const total = sum(parts);
  const order = Order.open({
    quoteId: newId("quote"),
    revision: 1,
    ownerId: BUYER,
    title: `Heavy hoodies, run ${at}`,
    family: "casualwear",
    garmentType: "hoodie",
    quantity: 100 + at,
    brief: { fabric: "cotton" },
    lines: parts.map((amount, index) => ({ key: `line${index}`, label: `Line ${index + 1} of ${at}`, amount })),
    total,
    deposit: usd(Math.round(total.amount * 0.3)),
    shippingAddress: { name: "Ada", street: "1 Mill Lane", city: "Leeds", postcode: "LS1", country: "GB" },
    terms: { version: "v", hash: "h" },
    acceptedBy: "usr",
    now: NOW,
  });
  await as(actors.buyerOwner, () => commit({ about: order.orderId, writes: order.writes, events: [], reply: null }));
  return order.orderId;
}

/** So many of the work at a time. */
async function inHands<T>(hands: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const hand = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}

/** The worker takes a message; one that another was faster than comes again, as the queue would have it. */
async function issue(orderId: string): Promise<void> {
  try {
    await as(actors.system, () => Invoice.issue({ orderId, purpose: "deposit" }), { key: randomUUID() });
  } catch (error) {
    if (isKind(error, "unavailable")) return issue(orderId);
    if (!isKind(error, "conflict")) throw error;
  }
}

export type Issued = { readonly number: string; readonly isSound: boolean; readonly hash: string };

/** Reads an invoice's own PDF back: it names its number and its order's line, and its amounts add up to what is due. */
async function readBack(orderId: string, bytes: Uint8Array, folder: string): Promise<Issued> {
  const invoice = await Invoice.find(orderId, "deposit");
  if (!invoice) throw new Error(`no invoice of ${orderId}`);
  const file = path.join(folder, `${invoice.number}.pdf`);
  await writeFile(file, bytes);
  const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
  const due = formatMoney(invoice.amount);
  const amounts = [...stdout.matchAll(/US\$[\d,]+\.\d\d/g)].map(([amount]) => amount);
  // A deposit is one line: line, total and due say the same.
  const isSound = stdout.includes(invoice.number) && amounts.length === 3 && amounts.every((amount) => amount === due);
  return { number: invoice.number, isSound, hash: createHash("sha256").update(bytes).digest("hex") };
}

/** Asks for so many invoices at once, each twice, by several workers, and reads every one of them back. */
export async function invoicesAtOnce(count: number): Promise<readonly Issued[]> {
  const files = new Map<string, Uint8Array>();
  Pdf.provide(pdfmakePdf());
  Blob.provide({ put: async ({ key, bytes }) => void files.set(key, bytes), get: async (key) => files.get(key), remove: async () => undefined });
  const orders = new Array<string>();
  await inHands(
    16,
    Array.from({ length: count }, (_, at) => at),
    async (at) => void orders.push(await opened(at)),
  );
  await inHands(3, [...orders, ...orders.toReversed()], issue);
  const folder = await mkdtemp(path.join(tmpdir(), "invoices-"));
  const issued = new Array<Issued>();
  await inHands(2, orders, async (orderId) => {
    const { key } = await as(actors.system, () => Invoice.render({ orderId, purpose: "deposit" }), { key: randomUUID() });
    issued.push(await readBack(orderId, files.get(key) ?? new Uint8Array(), folder));
  });
  await rm(folder, { recursive: true, force: true });
  return issued.toSorted((a, b) => (a.number < b.number ? -1 : 1));
}
