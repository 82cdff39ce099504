import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { addDays, dateOf } from "../kernel/calendar.ts";
import { forbidden, notFound, unavailable } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Request } from "../kernel/request.ts";
import { sha256 } from "../ports/crypto.ts";
import * as Product from "../product/index.ts";
import { send } from "../table/commit.ts";
import { countOf, Month, type Note, Notes, SHOWN_DAYS } from "./model.ts";
import * as policy from "./policy.ts";
import { batches, countsOf, distinct, sumOf } from "./rules.ts";
import * as store from "./store.ts";
import type { MonthView, ProductInterestView } from "./view.ts";

export { count } from "./count.ts";
export { Kind } from "./model.ts";

type Visit = { readonly visitor: string; readonly on: string; readonly suppliers: ReadonlyMap<string, string> };

const markOf = ({ productId, kind }: Note, { visitor, on }: Visit): string => sha256(`${visitor} ${on} ${productId} ${kind}`);

/** The notes of one listing as what they add to its counts. */
function countingOf(notes: readonly Note[], { on, suppliers }: Visit): readonly store.Counting[] {
  return [...Map.groupBy(notes, ({ productId }) => productId)].flatMap(([productId, own]) => {
    const supplierId = suppliers.get(productId);
    return supplierId === undefined ? [] : [{ productId, supplierId, on, by: Object.fromEntries(own.map(({ kind }) => [countOf[kind], 1])) }];
  });
}

const LOOKS = 4;

/**
 * Counts what was not counted before: a mark for each note and what it adds are one transaction, so that a repetition, whether of the
 * browser or of ours, adds nothing. Throws `table.contended` when too many look at one listing at once; sent again, it is counted then.
 */
async function countOnce(notes: readonly Note[], visit: Visit, look = 0): Promise<number> {
  if (notes.length === 0) return 0;
  const marks = notes.map((note) => store.markWrite(markOf(note, visit), visit.on));
  const refused = await send([...marks, ...countingOf(notes, visit).flatMap(store.countWrites)]);
  if (refused === undefined) return notes.length;
  if (look >= LOOKS) throw unavailable("table.contended", "Too many changes at once; try again in a moment");
  const known = await store.marked(notes.map((note) => markOf(note, visit)));
  return countOnce(
    notes.filter((note) => !known.has(markOf(note, visit))),
    visit,
    look + 1,
  );
}

/** Whether somebody's looks tell a supplier nothing: its own people's, and the platform's. */
const isInside = (actor: Actor, supplierId: string): boolean => actor.type === "admin" || (actor.type === "member" && actor.orgId === supplierId);

const Noting = Notes.extend({
  /** Whether the caller says of itself that it is a machine. */
  isBot: z.boolean(),
});

/** Notes what somebody looked at; each kind counts once a day for a listing and a tab. Machines and a supplier's own people are not counted. */
export const note = action(
  { name: "interest.note", effect: "command", input: Noting, load: nothing, policy: policy.note },
  async ({ input: { visitor, notes, isBot }, actor, now }) => {
    if (isBot) return { counted: 0 };
    const wanted = distinct(notes);
    const suppliers = await Product.suppliersOf([...new Set(wanted.map(({ productId }) => productId))]);
    const visit = { visitor, on: dateOf(now), suppliers };
    const counting = wanted.filter(({ productId }) => {
      const supplierId = suppliers.get(productId);
      return supplierId !== undefined && !isInside(actor, supplierId);
    });
    let counted = 0;
    for (const batch of batches(counting)) counted += await countOnce(batch, visit);
    return { counted };
  },
);

/** How a supplier's listings did in a month, by default this one: the sums and each listing, in one request. */
export const month = action(
  { name: "interest.month", effect: "read", input: z.strictObject({ month: Month.optional() }), load: nothing, policy: policy.list },
  async ({ input, actor, now }): Promise<MonthView> => {
    if (actor.type !== "member") throw forbidden("interest.month.forbidden", "You are not allowed to list these");
    const asked = input.month ?? dateOf(now).slice(0, 7);
    const rows = await store.monthOf(actor.orgId, asked);
    return { month: asked, total: sumOf(rows), products: rows.map(({ productId, ...row }) => ({ productId, ...countsOf(row) })) };
  },
);

const ByProduct = z.strictObject({ productId: id("product") });

async function loadProduct({ productId }: z.output<typeof ByProduct>) {
  const from = addDays(dateOf(Request.use().now), 1 - SHOWN_DAYS);
  const [product, days] = await Promise.all([Product.find(productId), store.daysOf(productId, from)]);
  if (!product) throw notFound();
  return { orgId: product.orgId, from, days };
}

/** How one listing did in the last thirty days, day by day, for its supplier and the platform. */
export const ofProduct = action(
  { name: "interest.of_product", effect: "read", input: ByProduct, load: loadProduct, policy: policy.read },
  async ({ input: { productId }, record: { from, days }, now }): Promise<ProductInterestView> => ({
    productId,
    from,
    until: dateOf(now),
    total: sumOf(days),
    days: days.map(({ date, ...row }) => ({ date, ...countsOf(row) })),
  }),
);
