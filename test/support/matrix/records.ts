import * as account from "@sleekapp/contracts/account";
import * as catalog from "@sleekapp/contracts/catalog";
import * as claims from "@sleekapp/contracts/claim";
import { getTerms } from "@sleekapp/contracts/content";
import { getAiJob } from "@sleekapp/contracts/ai-job";
import * as designs from "@sleekapp/contracts/design";
import { askInquiry } from "@sleekapp/contracts/inquiry";
import * as identity from "@sleekapp/contracts/identity";
import { listLeads, submitLead } from "@sleekapp/contracts/lead";
import { MAX_SENDINGS } from "@sleekapp/core/invitation/model";
import * as imports from "@sleekapp/contracts/product-import";
import { askExport } from "@sleekapp/contracts/privacy";
import * as quote from "@sleekapp/contracts/quote";
import { openRfq } from "@sleekapp/contracts/rfq";
import { saveSearch } from "@sleekapp/contracts/saved-search";
import * as spending from "@sleekapp/contracts/spending";
import * as supply from "@sleekapp/contracts/supplier";
import * as wishlist from "@sleekapp/contracts/wishlist";
import { paperPdf } from "@sleekapp/local/people/paper";
import { mailedCode, type Person, person, until } from "@sleekapp/local/people/person";
import type { World } from "@sleekapp/local/path/index";
import { sendGuestFile } from "@sleekapp/local/path/files";
import { brief } from "@sleekapp/local/path/quote";
import type { Ids } from "./calls.ts";

// The records of the matrix: what the people of its two worlds have.

type Kind = "member" | "viewer" | "manager" | "removed";

/** The secret of the invitation that was mailed to an address. */
export async function secretFor({ town }: World, email: string): Promise<string> {
  return until(`An invitation for ${email}`, async () => {
    for (const { id } of town.stage.mailbox.list(email)) {
      const [, token] = /#t=([\w-]+)/.exec((await town.stage.mailbox.read(id))?.text ?? "") ?? [];
      if (token !== undefined) return token;
    }
    return undefined;
  });
}

/** What is a person's alone: an address, the slot of a picture, a copy of their data, and another device they are signed in on. */
export async function belongings({ password, town }: World, who: Person): Promise<Ids> {
  const entry = { label: "Office", name: "Somebody", street: "Elm Street 1", city: "Leeds", postcode: "LS1 1AA", country: "GB" };
  const { addressId } = await who.ask(account.addAddress, { body: entry });
  const { uploadId: avatarId } = await who.ask(account.askAvatar, { body: { type: "image/jpeg" } });
  const { exportId } = await who.ask(askExport, {});
  const elsewhere = person(town, who.email);
  await elsewhere.signIn(password);
  await elsewhere.ask(identity.getMe, {});
  const { items } = await elsewhere.ask(account.listSessions, {});
  return { addressId, avatarId, exportId, sessionId: items.find(({ isThis }) => isThis)?.sessionId ?? "" };
}

/** A buyer's list, and a search that is theirs. */
export async function listOf(buyer: Person): Promise<Ids> {
  const { listId } = await buyer.ask(wishlist.makeWishlist, { body: { name: "Samples to order" } });
  const { searchId } = await buyer.ask(saveSearch, { body: { name: "Knitwear", query: { family: "knitwear" }, hasAlerts: true } });
  return { listId, searchId };
}

/** A design that was drawn and that a quote shows, so that nobody can delete it, the job that drew it, and a slot for another. */
async function drawingsOf(buyer: Person): Promise<Ids> {
  const { jobId: aiJobId, subjectId: designId } = await buyer.ask(designs.askDesign, {
    body: { description: "A hoodie with a mountain on its back", garmentType: "hoodie", palette: ["#1f3a5f"] },
  });
  await until("A design", async () => {
    const { status } = await buyer.ask(getAiJob, { params: { aiJobId } });
    return status === "done" ? status : undefined;
  });
  const { quoteId } = (await buyer.ask(quote.createQuote, { body: { brief } })).quote;
  await buyer.ask(designs.setQuoteDesign, { params: { quoteId }, body: { designId } });
  const { uploadId: designUploadId } = await buyer.ask(designs.askDesignUpload, { body: { type: "image/png" } });
  return { aiJobId, designId, designUploadId };
}

/** The secret of the link to a list that stays shared. */
export async function listToken(buyer: Person): Promise<string> {
  const { listId } = await buyer.ask(wishlist.makeWishlist, { body: { name: "For the team" } });
  return (await buyer.ask(wishlist.shareWishlist, { params: { listId } })).token;
}

/** Somebody new takes a seat that the owner offers. */
export async function seated(world: World, owner: Person, kind: Kind): Promise<Person> {
  const newcomer = person(world.town, `${kind}.matrix@people.example`);
  await owner.ask(identity.sendInvitation, { body: { email: newcomer.email, kind: kind === "removed" ? "viewer" : kind } });
  const token = await secretFor(world, newcomer.email);
  await newcomer.signUp({ password: world.password, name: `Some ${kind}`, as: kind === "manager" ? "supplier" : "buyer", company: "Own" });
  await newcomer.ask(identity.takeInvitation, { body: { token } });
  await newcomer.renew();
  return newcomer;
}

/** An owner's own seat and an invitation of theirs that stays open: mailed so often that sending it again is refused, since that would end it. */
async function seatsOf(owner: Person, kind: "viewer" | "manager"): Promise<Ids> {
  const { userId, orgId } = await owner.ask(identity.getMe, {});
  let { invitationId } = await owner.ask(identity.sendInvitation, { body: { email: `open.${kind}.${owner.email}`, kind } });
  for (let sendings = 1; sendings < MAX_SENDINGS; sendings += 1) {
    ({ invitationId } = await owner.ask(identity.resendInvitation, { params: { invitationId } }));
  }
  return { userId, invitationId, seat: orgId };
}

/** A listing that lacks nearly everything, a slot for a picture of it and for a paper, an import without a file, and an export: nothing can become of them. */
async function wares(owner: Person): Promise<Ids> {
  const { productId } = await owner.ask(catalog.createProduct, { body: { draft: { title: "An unfinished listing" } } });
  const { uploadId: pictureId } = await owner.ask(catalog.askProductPicture, { params: { productId }, body: { type: "image/jpeg" } });
  const { jobId } = await owner.ask(imports.openImport, {});
  const { fileId } = await owner.ask(imports.openExport, {});
  const { uploadId: paperId } = await owner.ask(supply.askPaper, { body: { kind: "tax", type: "image/jpeg" } });
  return { productId, pictureId, jobId, fileId, paperId };
}

async function otherOrder(buyer: Person): Promise<Ids> {
  const { quote: made } = await buyer.ask(quote.createQuote, { body: { brief } });
  const { version } = await buyer.ask(getTerms, {});
  const shippingAddress = { name: "Otto Other", street: "Elm Street 1", city: "Leeds", postcode: "LS1 1AA", country: "GB" };
  const { quoteId } = made;
  const { orderId, orderNumber } = await buyer.ask(quote.acceptQuote, {
    params: { quoteId },
    body: { revision: 1, shippingAddress, termsVersion: version },
  });
  return { quoteId, orderId, orderNumber };
}

/** A guest with a proven address and a quote. */
export async function guestOf({ people: { nobody }, town }: World) {
  const email = "gina.matrix@people.example";
  const { challengeId } = await nobody.ask(quote.askCode, { body: { email, purpose: "quote" } });
  const code = await mailedCode(town.stage, email);
  const { proof } = await nobody.ask(quote.answerCode, { params: { challengeId }, body: { code } });
  const { quote: made, claim = "" } = await nobody.ask(quote.createGuestQuote, { body: { brief } }, { credentials: { "x-proof": proof } });
  const { quoteId } = made;
  const { uploadId: quoteFileId } = await sendGuestFile(nobody, { quoteId, claim }, paperPdf("Tech pack of the guest"));
  return { ids: { challengeId, quoteId, quoteFileId }, shown: { "x-proof": proof, "x-claim": claim } };
}

/** A buyer's inquiry about the one supplier's listing that is in the catalogue. */
async function inquiryOf({ made }: World, buyer: Person): Promise<Ids> {
  const { productId } = await buyer.ask(catalog.getProduct, { params: { slug: made.productSlug ?? "" } });
  return buyer.ask(askInquiry, { body: { productId, quantity: 500, text: "Can you make these in navy?" } });
}

/** A buyer's request for bids, which the one verified supplier is asked for. */
async function requestOf(buyer: Person, filesOf?: string): Promise<Ids> {
  const { rfqId, invited } = await buyer.ask(openRfq, { body: { brief, ...(filesOf === undefined ? {} : { filesOf }) } });
  if (invited === 0) throw new Error("no supplier was asked for a bid");
  return { rfqId };
}

/** The buyer's owner may order nothing alone and asks; the member, and nobody else, may say yes. */
async function approvalOf(buyer: Person, member: Person): Promise<Ids> {
  const limits = [{ who: { seat: "owner" as const }, window: "order" as const, max: { amount: 0, currency: "USD" as const }, families: [] }];
  await buyer.ask(spending.setSpending, { body: { limits, approvers: [await idOf(member)], isPoRequired: false, version: 0 } });
  const made = await buyer.ask(quote.createQuote, { body: { brief } });
  const { quoteId, revision } = made.quote;
  const { approvalId } = await buyer.ask(spending.askApproval, { body: { subject: { kind: "quote", quoteId, revision } } });
  return { approvalId };
}

/** Somebody who asked for a person: in the pipeline of the platform, whoever it was. */
async function leadOf(buyer: Person, admin: Person): Promise<Ids> {
  const { reference } = await buyer.ask(submitLead, { body: { name: "Bea Buyer", quantity: 300, notes: "Tote bags with a print." } });
  const { items } = await admin.ask(listLeads, { query: { stage: "new" } });
  return { leadId: items.find((one) => one.reference === reference)?.leadId ?? "" };
}

export const idOf = async (who: Person): Promise<string> => (await who.ask(identity.getMe, {})).userId;

/** Two worlds of records: the first as the golden path leaves it after the floor's first report, the second beside it. */
export async function recordsOf(world: World, member: Person) {
  const { buyer, supplier, otherBuyer, otherSupplier } = world.people;
  const { orderId = "", orderNumber = "", quoteId = "", quoteFileId = "", uploadId = "", supplierId = "" } = world.made;
  await otherSupplier.ask(identity.saveMySupplier, { body: { application: { companyName: "Karnaphuli Garments" } } });
  const other = await otherSupplier.ask(identity.getMe, {});
  const order = { orderId, supplierId, quoteFileId };
  const asked = { ...(await inquiryOf(world, buyer)), ...(await requestOf(buyer, quoteId)) };
  // What a verified supplier has to have cannot be taken out again, so every cell finds it there.
  const [paper] = (await supplier.ask(identity.getMySupplier, {})).papers;
  const { uploadId: photoId } = await buyer.ask(claims.askClaimPhoto, { params: { orderId }, body: { type: "image/jpeg" } });
  const registration = paper ? { paperId: paper.uploadId } : {};
  return {
    order: { orderNumber, ...(await leadOf(buyer, world.people.admin)) },
    buyer: {
      ...order,
      photoId,
      ...asked,
      ...(await approvalOf(buyer, member)),
      quoteId,
      ...(await drawingsOf(buyer)),
      ...(await seatsOf(buyer, "viewer")),
    },
    supplier: {
      ...order,
      ...asked,
      orgId: supplierId,
      photoId: uploadId,
      ...(await wares(supplier)),
      ...registration,
      ...(await seatsOf(supplier, "manager")),
    },
    otherBuyer: {
      supplierId,
      ...(await inquiryOf(world, otherBuyer)),
      ...(await requestOf(otherBuyer)),
      ...(await leadOf(otherBuyer, world.people.admin)),
      ...(await otherOrder(otherBuyer)),
      ...(await drawingsOf(otherBuyer)),
      ...(await seatsOf(otherBuyer, "viewer")),
    },
    otherSupplier: { supplierId, orgId: other.orgId, ...(await wares(otherSupplier)), ...(await seatsOf(otherSupplier, "manager")) },
  };
}
