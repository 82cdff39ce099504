import * as z from "zod";
import { PLATFORM } from "../account/index.ts";
import * as Claim from "../claim/index.ts";
import { kindNames } from "../claim/model.ts";
import * as Order from "../order/index.ts";
import { appUrl, type MailBuilder, toOrg } from "./compose.ts";

const About = z.object({ orderId: z.string(), claimId: z.string() });

/** Supplier and platform hear of a claim, buyer and supplier of its decision; the amount is told to the buyer alone. */
export const claimNews: MailBuilder = async ({ type, data }) => {
  const { orderId, claimId } = About.parse(data);
  const [order, claim] = await Promise.all([Order.find(orderId), Claim.find(orderId, claimId)]);
  // It was taken back meanwhile.
  if (!order || !claim || claim.state === "withdrawn") return [];
  const { orderNumber, title, supplierId, ownerId } = order;
  const facts = { orderNumber, product: title, what: kindNames[claim.kind], pieces: claim.pieces, url: appUrl(`/app/orders/${orderId}`) };
  const opened = { template: "claim-news", data: { ...facts, state: "open", said: claim.words.slice(0, 500) } };
  const toSupplier = async (letter: typeof opened) => (supplierId ? toOrg(supplierId, letter) : []);
  if (type === "claim.opened") return [...(await toSupplier(opened)), ...(await toOrg(PLATFORM, opened))];
  const { state, untilOn, reason } = claim;
  const decided = {
    template: "claim-news",
    data: { ...facts, state, ...(untilOn ? { untilOn } : {}), ...(reason ? { said: reason.slice(0, 500) } : {}) },
  };
  const amount = (await Claim.settlements(orderId)).get(claimId);
  const toBuyer = await toOrg(ownerId, { ...decided, data: { ...decided.data, ...(amount ? { amount } : {}) } });
  return [...toBuyer, ...(supplierId ? await toOrg(supplierId, decided) : [])];
};
