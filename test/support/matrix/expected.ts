import * as account from "@sleekapp/contracts/account";
import * as admin from "@sleekapp/contracts/admin";
import * as ai from "@sleekapp/contracts/ai";
import * as aiJob from "@sleekapp/contracts/ai-job";
import * as bank from "@sleekapp/contracts/bank";
import * as brief from "@sleekapp/contracts/brief";
import * as catalog from "@sleekapp/contracts/catalog";
import * as claim from "@sleekapp/contracts/claim";
import * as design from "@sleekapp/contracts/design";
import * as exchange from "@sleekapp/contracts/exchange";
import * as identity from "@sleekapp/contracts/identity";
import * as inquiry from "@sleekapp/contracts/inquiry";
import * as interest from "@sleekapp/contracts/interest";
import * as insight from "@sleekapp/contracts/insight";
import * as lead from "@sleekapp/contracts/lead";
import * as market from "@sleekapp/contracts/market";
import * as money from "@sleekapp/contracts/money";
import * as order from "@sleekapp/contracts/order";
import * as price from "@sleekapp/contracts/price";
import * as privacy from "@sleekapp/contracts/privacy";
import * as production from "@sleekapp/contracts/production";
import * as pictures from "@sleekapp/contracts/product-picture";
import * as imports from "@sleekapp/contracts/product-import";
import * as quote from "@sleekapp/contracts/quote";
import * as quoteFile from "@sleekapp/contracts/quote-file";
import * as review from "@sleekapp/contracts/quote-review";
import * as rfq from "@sleekapp/contracts/rfq";
import * as spending from "@sleekapp/contracts/spending";
import * as stock from "@sleekapp/contracts/stock";
import { actingSupplier, anyBuyer, anyMember, anySupplier, type Audience, type Route } from "@sleekapp/contracts/route";
import * as savedSearch from "@sleekapp/contracts/saved-search";
import * as supplier from "@sleekapp/contracts/supplier";
import * as wishlist from "@sleekapp/contracts/wishlist";
import { type ArchetypeName, archetypes, type Relation } from "./archetypes.ts";

/**
 * What a cell answers. `allowed` is a success or a refusal of the business (400, 409, 422, 429); `signed out` is the gateway's own
 * 401, `unauthenticated` ours; `forbidden` is 403, `hidden` 404, `unsigned` what a webhook without its signature gets.
 */
export type Outcome = "allowed" | "signed out" | "unauthenticated" | "forbidden" | "hidden" | "unsigned";

const customers = [...anyBuyer, ...anySupplier] as const;

type Group = { readonly by: readonly Audience[]; readonly routes: readonly Route[] };

/** Who of the record's own people sees what a route is about: outside the route's `who` they get 403, and everybody else 404. */
const seen: readonly Group[] = [
  { by: anyMember, routes: [identity.getMe, identity.updateMe, identity.chooseOrganisation, identity.listSuppliers] },
  { by: anyMember, routes: [account.getProfile, account.chooseUsername, account.askAvatar, account.getAvatarUpload, account.setAvatar] },
  { by: anyMember, routes: [account.removeAvatar, account.confirmEmail, account.listAddresses, account.addAddress, account.updateAddress] },
  { by: anyMember, routes: [account.removeAddress, account.putAddressFirst, account.listSessions, account.endSession, account.endAllSessions] },
  { by: anyMember, routes: [account.getSecondFactor, account.confirmSecondFactor, account.renewRecoveryCodes, account.turnOffSecondFactor] },
  { by: anyMember, routes: [privacy.getPrivacy, privacy.askExport, privacy.getExportDocument, privacy.askErasure] },
  { by: anyMember, routes: [catalog.listMyProducts, catalog.createProduct, imports.openImport, imports.openExport] },
  { by: anyMember, routes: [brief.readBrief, ai.getAiSpend, ai.getAiDay, ai.setAiBudgets, ai.setAiPrice] },
  { by: anyMember, routes: [design.askDesign, design.askDesignUpload, design.listDesigns, aiJob.listAiJobs] },
  { by: anyBuyer, routes: [design.getDesign, design.askDesignAnalysis, design.deleteDesign, design.getDesignUpload] },
  { by: anyBuyer, routes: [aiJob.getAiJob, aiJob.cancelAiJob, aiJob.repeatAiJob] },
  { by: [...anyBuyer, "admin"], routes: [design.getQuoteDesign, design.setQuoteDesign] },
  { by: anyMember, routes: [design.getOrderDesign] },
  { by: anyMember, routes: [quote.createQuote, quote.listQuotes, money.listInvoices, order.listOrders] },
  { by: anyMember, routes: [inquiry.askInquiry, inquiry.listInquiries, inquiry.getInquiry, inquiry.writeInquiry] },
  { by: anyMember, routes: [inquiry.offerInquiry, inquiry.convertInquiry, inquiry.declineInquiry] },
  { by: anyMember, routes: [interest.noteMemberInterest, interest.getInterest] },
  { by: [...anySupplier, "admin"], routes: [interest.getProductInterest] },
  { by: anyMember, routes: [savedSearch.listSearches, savedSearch.saveSearch] },
  { by: anyBuyer, routes: [savedSearch.changeSearch, savedSearch.removeSearch] },
  { by: anyMember, routes: [wishlist.listSaved, wishlist.getWishlist, wishlist.makeWishlist] },
  { by: anyMember, routes: [wishlist.saveProduct, wishlist.unsaveProduct, wishlist.noteSavedProduct] },
  { by: anyMember, routes: [stock.placeOrder, spending.listApprovals] },
  { by: anyBuyer, routes: [spending.getSpending, spending.setSpending, spending.askApproval, spending.decideApproval] },
  { by: [...anySupplier, "admin"], routes: [stock.getStock, stock.countStock] },
  { by: anyBuyer, routes: [wishlist.renameWishlist, wishlist.shareWishlist, wishlist.unshareWishlist, wishlist.removeWishlist] },
  { by: customers, routes: [identity.getOrganisation, identity.updateOrganisation, identity.listMembers, identity.removeMember] },
  { by: customers, routes: [identity.changeMemberKind, identity.handOverOrganisation, identity.leaveOrganisation, identity.resendInvitation] },
  { by: customers, routes: [identity.listInvitations, identity.sendInvitation, identity.withdrawInvitation, identity.takeInvitation] },
  { by: anySupplier, routes: [identity.getMySupplier, identity.saveMySupplier, identity.submitMySupplier, identity.withdrawMySupplier] },
  { by: anySupplier, routes: [supplier.getMyFigures, supplier.setCapacityWeek, supplier.askPaper] },
  { by: anySupplier, routes: [supplier.getPaper, supplier.addPaper, supplier.removePaper, supplier.getPaperLink] },
  { by: ["admin"], routes: [supplier.openPaper] },
  { by: ["admin"], routes: [supplier.getSupplierFigures] },
  { by: anyMember, routes: [supplier.getRating, supplier.giveRating, supplier.replyToRating, supplier.listRatings] },
  { by: anyMember, routes: [supplier.showRating, supplier.hideRating] },
  { by: anySupplier, routes: [bank.getMyBankDetails, bank.saveMyBankDetails] },
  { by: ["admin"], routes: [bank.revealBankDetails] },
  { by: anyMember, routes: [admin.listOrganisations, admin.listSuspendedPeople, admin.listStaff] },
  { by: ["admin"], routes: [admin.getOrganisationPeople, admin.findPerson, admin.getPerson, admin.suspendPerson, admin.restorePerson] },
  { by: ["admin"], routes: [admin.askAdminGrant, admin.confirmAdminGrant, admin.callOffAdminGrant, admin.withdrawAdmin] },
  { by: ["admin"], routes: [identity.getSupplier, identity.verifySupplier, identity.rejectSupplier] },
  { by: ["admin"], routes: [identity.suspendSupplier, identity.restoreSupplier, catalog.approveProduct, catalog.turnDownProduct] },
  { by: ["admin"], routes: [catalog.featureProduct, catalog.setProductFee] },
  { by: anyMember, routes: [insight.listAudit, insight.checkAudit, insight.listSecurityEvents, insight.listLimits] },
  { by: anyMember, routes: [market.getBenchmark, market.getPosition, market.getTrends, market.getGarmentMarket] },
  { by: anyMember, routes: [market.addObservation, market.removeObservation, market.askMarketWords] },
  { by: anyMember, routes: [price.listPriceBooks, exchange.keepRate] },
  { by: ["admin"], routes: [price.getPriceBookVersion, price.draftPriceBook, price.editPriceBook, price.publishPriceBook] },
  { by: ["admin"], routes: [price.discardPriceBook, price.getQuoteRoutes] },
  { by: ["admin"], routes: [money.getLedger, money.payOutSupplier] },
  { by: [...anySupplier, "admin"], routes: [catalog.getMyProduct, catalog.updateProduct, catalog.askProductPicture, catalog.setProductPictures] },
  { by: [...anySupplier, "admin"], routes: [catalog.describeProductPictures, catalog.getProductHistory] },
  { by: [...anySupplier, "admin"], routes: [catalog.pauseProduct, catalog.resumeProduct, catalog.discardProductRevision] },
  {
    by: [...anySupplier, "admin"],
    routes: [catalog.askProductCopy, catalog.duplicateProduct, pictures.askPictureCandidate, pictures.askPictureWords],
  },
  { by: [...anySupplier, "admin"], routes: [catalog.submitProduct, catalog.withdrawProduct, catalog.archiveProduct, catalog.restoreProduct] },
  { by: anySupplier, routes: [catalog.getProductPicture, production.getStagePhoto] },
  { by: anyBuyer, routes: [claim.getClaimPhoto] },
  { by: actingSupplier, routes: [imports.getImport, imports.previewImport, imports.startImport, imports.getImportReport, imports.getExport] },
  { by: [...anyBuyer, "admin"], routes: [quote.getQuote, quote.acceptQuote, quote.declineQuote] },
  { by: [...anyBuyer, "admin"], routes: [quoteFile.listQuoteFiles, quoteFile.askQuoteFile, quoteFile.removeQuoteFile, quoteFile.getQuoteFileLink] },
  { by: [...anyBuyer, "admin"], routes: [quoteFile.askQuoteDocument, quoteFile.getQuoteDocument] },
  { by: anySupplier, routes: [quoteFile.listRequestFiles, quoteFile.getRequestFileLink] },
  { by: anyMember, routes: [quoteFile.listOrderFiles, quoteFile.getOrderFileLink] },
  { by: anyMember, routes: [lead.submitLead, lead.listLeads] },
  { by: ["admin"], routes: [lead.getLead, lead.changeLead, lead.noteLead, lead.followUpLead, lead.convertLead] },
  { by: anyMember, routes: [rfq.openRfq, rfq.listRfqs, rfq.listRequests] },
  { by: [...anyBuyer, "admin"], routes: [rfq.getRfq, rfq.inviteToRfq, rfq.counterBid, rfq.awardRfq, rfq.cancelRfq] },
  { by: anySupplier, routes: [rfq.getRequest, rfq.makeBid, rfq.takeCounter, rfq.passRequest] },
  { by: [...anyBuyer, "admin"], routes: [review.reviseQuote, review.listQuoteRevisions, review.listQuoteNotes, review.writeQuoteNote] },
  { by: [...anyBuyer, "admin"], routes: [review.shareQuote, review.unshareQuote, review.sendQuote, review.turnDownQuote] },
  { by: [...anyBuyer, "admin"], routes: [money.getPaymentPlan, money.openPayment, money.getPayment, money.getInvoiceDocument, money.giveRefund] },
  { by: anyMember, routes: [money.callOffOrder] },
  {
    by: anyMember,
    routes: [order.getOrder, order.getOrderLog, order.getOrderContact, order.cancelOrder, order.holdOrder, order.resumeOrder, order.listCandidates],
  },
  { by: anyMember, routes: [order.offerOrder, order.withdrawOffer, order.agreeCounterOffer] },
  { by: anyMember, routes: [order.getMyOffer, order.acceptOffer, order.counterOffer, order.declineOffer] },
  { by: anyMember, routes: [order.shipOrder, order.deliverOrder, order.completeOrder, order.shareTracking] },
  { by: anyMember, routes: [production.getOrderProgress, production.askStagePhoto, production.reportStage, production.approveSample] },
  {
    by: anyMember,
    routes: [production.finishProduction, production.inspectOrder, production.decideLot, production.getOrderForecast, production.reviseStage],
  },
  { by: anyMember, routes: [claim.listClaims, claim.askClaimPhoto, claim.openClaim, claim.withdrawClaim, claim.answerClaim, claim.decideClaim] },
];

/** Who sees what this route is about, or undefined for a route that nobody has put into the table. */
export const seersOf = (route: Route): readonly Audience[] | undefined =>
  seen.find(({ routes }) => routes.some(({ operationId }) => operationId === route.operationId))?.by;

/** Routes for somebody who is not signed in: by nothing, by a proof, or by the secret of one record. */
function outcomeForGuests(route: Route, audience: Audience, relation: Relation): Outcome {
  // The guest of the matrix has proven an address to get a quote, which opens nothing else.
  if (route.operationId === account.recoverAccount.operationId) return audience === "guest" ? "unauthenticated" : "forbidden";
  // The secret alone says which list it is.
  if (route.operationId === wishlist.getSharedWishlist.operationId) return route.who.includes(audience) ? "allowed" : "hidden";
  if (route.who.includes("visitor")) return "allowed";
  if (relation === "none") return route.who.includes(audience) ? "allowed" : "forbidden";
  return relation === "own" && route.who.includes(audience) ? "allowed" : "hidden";
}

/** Reads of money, of other people and of who one is: like commands, they look again at who calls. */
const looksAgain: readonly Route[] = [
  Object.values<Route>(admin),
  [insight.listAudit, insight.checkAudit, insight.listSecurityEvents, insight.listLimits],
  [ai.getAiSpend, ai.getAiDay],
  [bank.getMyBankDetails, identity.getMe, identity.listSuppliers, identity.getSupplier, order.listCandidates],
  [lead.listLeads, lead.getLead, price.listPriceBooks, price.getPriceBookVersion, price.getQuoteRoutes],
  [supplier.getSupplierFigures, supplier.listRatings, supplier.getPaperLink],
  [quoteFile.getQuoteFileLink, quoteFile.getRequestFileLink, quoteFile.getOrderFileLink, quoteFile.getQuoteDocument],
  [money.getPaymentPlan, money.getPayment, money.getInvoiceDocument, money.getLedger, money.listInvoices, privacy.getExportDocument],
].flat();

/** Everything that changes something looks again at who calls; what an import would make of a file changes nothing. */
const isLookedInto = (route: Route): boolean =>
  looksAgain.includes(route) || (route.method !== "GET" && route.operationId !== imports.previewImport.operationId);

function outcomeForMembers(route: Route, name: ArchetypeName, relation: Relation): Outcome {
  const { audience } = archetypes[name];
  if (name === "ID token") return "unauthenticated";
  if (name === "removed member" && isLookedInto(route)) return "unauthenticated";
  if (name === "suspended" && isLookedInto(route)) return "forbidden";
  // Right at the door, whatever it is about: an admin is none until an authenticator app is set up.
  if (name === "admin without an app") return "forbidden";
  if (!anyMember.some((one) => one === audience)) return "signed out";
  if (relation === "another's" || relation === "missing") return "hidden";
  // The owner asked for what is there to be approved, and nobody approves for themselves.
  if (route.operationId === spending.decideApproval.operationId && audience === "buyer.owner") return "forbidden";
  if (route.who.includes(audience)) return "allowed";
  return seersOf(route)?.includes(audience) ? "forbidden" : "hidden";
}

/** What somebody gets from a route about a record that is theirs, another's, or not there. */
export function expected(route: Route, name: ArchetypeName, relation: Relation): Outcome {
  switch (route.auth) {
    case "hook":
      return "unsigned";
    case "public":
      return relation === "missing" ? "hidden" : "allowed";
    case "guest":
      return outcomeForGuests(route, archetypes[name].audience, relation);
    case "member":
      return outcomeForMembers(route, name, relation);
  }
}
