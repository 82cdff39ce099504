import * as z from "zod";
import * as Design from "../design/shown.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { commit } from "../table/commit.ts";
import { DesignSet } from "./event.ts";
import { laneOf } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ quoteId: id("quote") });
const load = ({ quoteId }: { readonly quoteId: string }) => store.find(quoteId);

/** The design that a quote shows, for its buyer and the platform. */
export const design = action({ name: "quote.design", effect: "read", input: ById, load, policy: policy.read }, async ({ record }) =>
  Design.shownOf(record.quote.designId),
);

const Setting = ById.extend({ designId: id("design").nullable() });

async function ownDesign(designId: string, ownerId: string): Promise<Design.Info> {
  const found = await Design.find(designId);
  if (found?.ownerId !== ownerId) throw conflict("quote.no_design", "There is no such design of yours; look again");
  return found;
}

/** The design that goes is shown by one quote fewer; one that has gone already is let be. */
async function giveBack(designId: string | undefined) {
  const before = designId === undefined ? undefined : await Design.find(designId);
  return before ? [Design.useWrite(before, -1)] : [];
}

/**
 * Shows a design of the buyer with a quote, another in its place, or none. Throws `quote.decided` once the quote has been accepted or declined:
 * what was agreed on stays, and `quote.no_design` for a design that is not the buyer's.
 */
export const setDesign = action(
  { name: "quote.set_design", effect: "command", input: Setting, load, policy: policy.accept },
  async ({ input: { designId }, record: { quote } }) => {
    const { quoteId, ownerId } = quote;
    if (laneOf(quote.status) !== "open") throw conflict("quote.decided", "This quote has been decided; what it shows stays");
    const reply = { quoteId, designId };
    if ((quote.designId ?? null) === designId) return reply;
    const taken = designId === null ? [] : [Design.useWrite(await ownDesign(designId, ownerId), 1)];
    return commit({
      about: quoteId,
      writes: [store.designWrite(quote, designId ?? undefined), ...taken, ...(await giveBack(quote.designId))],
      events: [DesignSet({ quoteId, ...(designId === null ? {} : { designId }) })],
      changed: { before: { designId: quote.designId }, after: { designId } },
      reply,
      refused: () => conflict("quote.changed", "This quote or the design changed while you were looking at it"),
    });
  },
);
