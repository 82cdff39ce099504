import { PLATFORM } from "../account/index.ts";
import { dateOf } from "../kernel/calendar.ts";
import * as Quote from "../quote/index.ts";
import * as Supplier from "../supplier/index.ts";
import { appUrl, linesOf, type MailBuilder, toOrg } from "./compose.ts";

const company = async (orgId: string): Promise<string> => (await Supplier.nameOf(orgId)) ?? "your company";

/** The supplier hears that its application has arrived. */
export const supplierSubmitted: MailBuilder = async ({ subjectId, at }) =>
  toOrg(subjectId, {
    template: "supplier-application-received",
    data: { company: await company(subjectId), submittedOn: dateOf(at), url: appUrl("/app/supplier") },
  });

/** The supplier hears that it may list and take work. */
export const supplierVerified: MailBuilder = async ({ subjectId }) =>
  toOrg(subjectId, { template: "supplier-verified", data: { company: await company(subjectId), url: appUrl("/app/products") } });

const withReasons =
  (template: string): MailBuilder =>
  async ({ subjectId }) => {
    const reasons = linesOf(await Supplier.reasonsOf(subjectId));
    // It has been answered again meanwhile, and that answer has a mail of its own.
    if (reasons.length === 0) return [];
    return toOrg(subjectId, { template, data: { company: await company(subjectId), reasons, url: appUrl("/app/supplier") } });
  };

/** The supplier hears what is missing. */
export const supplierRejected = withReasons("supplier-rejected");

/** The supplier hears why it is offered nothing for now. */
export const supplierSuspended = withReasons("supplier-suspended");

/** A signed-in buyer gets the quote by mail; a guest has it on the screen and may not have said that they want mail. */
export const quotePriced: MailBuilder = async ({ subjectId }) => {
  const found = await Quote.factsOf(subjectId);
  if (!found || found.ownerId.startsWith("e~") || found.ownerId === PLATFORM) return [];
  const { quote, current } = found;
  // What a person still looks at goes out with their word.
  if (quote.status === "in_review") return [];
  const { priced } = current;
  const data = {
    reference: quote.quoteId.slice(-8).toUpperCase(),
    product: quote.title,
    quantity: quote.quantity,
    lines: priced.lines.map(({ label, amount }) => ({ label, amount })),
    total: priced.total,
    perPiece: priced.unitPrice,
    leadDays: priced.leadTime.totalDays,
    validUntilOn: quote.validUntil.slice(0, 10),
    url: appUrl(`/app/quotes/${quote.quoteId}`),
  };
  return toOrg(found.ownerId, { template: "quote-ready", data });
};
