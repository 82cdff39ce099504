import { randomUUID } from "node:crypto";
import { pathParameters, type Route } from "@sleekapp/contracts/route";
import { book1, seedCosts } from "@sleekapp/core/pricing/rules";
import { urlOf } from "@sleekapp/local/people/person";
import { brief } from "@sleekapp/local/path/quote";
import * as z from "zod";
import type { Subject } from "./archetypes.ts";
import type { Outcome } from "./expected.ts";

/** Values of what a call is about; pictures go with the record they show. */
export type Ids = Readonly<Partial<Record<Subject | "photoId" | "pictureId" | "quoteFileId" | "supplierId", string>>>;

const none = "0".repeat(26);

/** Well-formed names of nothing. */
export const missing: Ids = {
  orderId: `ord_${none}`,
  orderNumber: "SO-2020-000000",
  quoteId: `quo_${none}`,
  productId: `prd_${none}`,
  slug: "no-such-listing",
  supplierSlug: "no-such-supplier",
  jobId: `job_${none}`,
  fileId: `job_${none}`,
  orgId: `org_${none}`,
  userId: "nobody",
  grantee: "nobody",
  invitationId: `nvt_${none}`,
  challengeId: `chl_${none}`,
  addressId: `adr_${none}`,
  sessionId: "no-such-sign-in",
  avatarId: `upl_${none}`,
  exportId: `exp_${none}`,
  listId: `wsl_${none}`,
  inquiryId: `inq_${none}`,
  rfqId: `rfq_${none}`,
  leadId: `led_${none}`,
  approvalId: `apv_${none}`,
  aiJobId: `job_${none}`,
  designId: `dsn_${none}`,
  designUploadId: `upl_${none}`,
  searchId: `sch_${none}`,
  paperId: `upl_${none}`,
  seat: `org_${none}`,
  invitationToken: "a-secret-that-nobody-was-ever-told",
  photoId: `upl_${none}`,
  pictureId: `upl_${none}`,
  quoteFileId: `upl_${none}`,
  supplierId: `org_${none}`,
};

const address = { name: "Bea Buyer", street: "Rosenthaler Str. 40", city: "Berlin", postcode: "10178", country: "DE" };
const reason = "The matrix asks for it.";

/** What a read has to be told beside its path. */
const queries: Readonly<Record<string, unknown>> = { getBenchmark: { quantity: 200 } };

/** Bodies that pass the schemas. Where a command could change what other cells need, its body is one that a guard refuses. */
const bodies: Readonly<Record<string, (ids: Ids) => unknown>> = {
  updateMe: () => ({ name: "Somebody" }),
  chooseUsername: () => ({ username: "somebody-in-the-matrix" }),
  askAvatar: () => ({ type: "image/jpeg" }),
  addAddress: () => ({ ...address, label: "Warehouse" }),
  updateAddress: () => ({ ...address, label: "Warehouse", version: 0 }),
  askErasure: () => ({ email: "somebody.else@people.example" }),
  recoverAccount: () => ({ code: "0000-0000-0000-0000" }),
  askSignInPass: () => ({ email: "stranger.matrix@people.example" }),
  chooseOrganisation: ({ seat }) => ({ orgId: seat }),
  updateOrganisation: () => ({ name: "Another Name", version: 0 }),
  // Another address each time: one that is invited too often is left in peace.
  sendInvitation: () => ({ email: `late.${randomUUID()}@people.example`, kind: "member" }),
  changeMemberKind: () => ({ kind: "member" }),
  takeInvitation: ({ invitationToken }) => ({ token: invitationToken }),
  saveMyBankDetails: () => ({
    holder: "Somebody Else",
    bankName: "A Bank",
    country: "DE",
    account: "DE89370400440532013000",
    bic: "DEUTDEFF",
    version: 1_000,
  }),
  saveMySupplier: () => ({ application: {} }),
  setCapacityWeek: () => ({ pieces: 500 }),
  askPaper: () => ({ kind: "tax", type: "image/jpeg" }),
  addPaper: () => ({ kind: "tax", name: "Tax certificate" }),
  giveRating: () => ({ scores: { quality: 4, communication: 4, delivery: 4 } }),
  replyToRating: () => ({ reply: reason }),
  findPerson: () => ({ email: "ada@sleekapp.example" }),
  suspendPerson: () => ({ reason }),
  rejectSupplier: () => ({ reason }),
  suspendSupplier: () => ({ reason }),
  previewImport: () => ({ answers: {} }),
  startImport: () => ({ answers: {} }),
  createProduct: () => ({ draft: { title: "A listing" } }),
  updateProduct: () => ({ draft: { title: "A changed listing" } }),
  askProductPicture: () => ({ type: "image/jpeg" }),
  setProductPictures: () => ({ pictures: [] }),
  describeProductPictures: () => ({ words: [{ uploadId: missing.pictureId, alt: reason }] }),
  turnDownProduct: () => ({ reason }),
  setProductFee: () => ({ feeBps: 1_000 }),
  featureProduct: () => ({ until: null }),
  askInquiry: () => ({ productId: missing.productId, quantity: 100, text: reason }),
  writeInquiry: () => ({ text: reason }),
  offerInquiry: () => ({ quantity: 100, unitPrice: { amount: 900, currency: "USD" }, leadDays: 30, validUntilOn: "2020-01-01" }),
  convertInquiry: () => ({ offerId: `msg_${none}` }),
  declineInquiry: () => ({}),
  submitGuestLead: () => ({ name: "Gina Guest", quantity: 300, notes: "Tote bags with a print, in two colours." }),
  submitLead: () => ({ name: "Bea Buyer", quantity: 300, notes: "Tote bags with a print, in two colours." }),
  stopLeadMails: () => ({ token: missing.invitationToken }),
  changeLead: () => ({ version: 1_000 }),
  noteLead: () => ({ text: reason }),
  followUpLead: () => ({ template: "offer" }),
  convertLead: () => ({ version: 1_000, brief }),
  addObservation: () => ({ source: "A price list of the matrix", seenOn: "2026-03-01", unitPrice: { amount: 900, currency: "USD" } }),
  setSpending: () => ({ limits: [], approvers: [], isPoRequired: false, version: 0 }),
  askApproval: () => ({
    subject: { kind: "stock", productId: missing.productId, lines: [{ sku: "navy/m", quantity: 1 }], unitPrice: { amount: 1, currency: "USD" } },
  }),
  decideApproval: () => ({ version: 1_000, verdict: "declined" }),
  askQuoteFile: () => ({ name: "tech-pack.pdf", type: "application/pdf" }),
  askDraftFile: () => ({ name: "tech-pack.pdf", type: "application/pdf" }),
  askGuestQuoteFile: () => ({ name: "tech-pack.pdf", type: "application/pdf" }),
  openRfq: () => ({ brief }),
  inviteToRfq: () => ({ supplierId: missing.supplierId }),
  counterBid: () => ({ supplierId: missing.supplierId, round: 1, unitPrice: { amount: 900, currency: "USD" }, leadDays: 30, hours: 48 }),
  awardRfq: () => ({ supplierId: missing.supplierId, round: 1, shippingAddress: address, termsVersion: "2001-01" }),
  cancelRfq: () => ({ version: 1_000 }),
  makeBid: () => ({ breaks: [{ from: 1, unitPrice: { amount: 900, currency: "USD" } }], moq: 50, leadDays: 30, validUntilOn: "2020-01-01" }),
  takeCounter: () => ({ round: 99 }),
  passRequest: () => ({ rounds: 99 }),
  countStock: () => ({ lines: [{ size: "M", colour: "Navy", onHand: 5 }] }),
  placeOrder: () => ({
    lines: [{ sku: "navy/m", quantity: 1 }],
    unitPrice: { amount: 1, currency: "USD" },
    shippingAddress: address,
    termsVersion: "2001-01",
  }),
  saveSearch: () => ({ name: "A search", query: { q: "matrix" }, hasAlerts: false }),
  changeSearch: () => ({ name: "Another name" }),
  unsubscribeSearchMails: () => ({ "List-Unsubscribe": "One-Click" }),
  stopSearchMails: () => ({ token: missing.invitationToken }),
  noteInterest: () => ({ visitor: "a-visitor-of-the-matrix", notes: [{ productId: missing.productId, kind: "view" }] }),
  noteMemberInterest: () => ({ visitor: "a-visitor-of-the-matrix", notes: [{ productId: missing.productId, kind: "view" }] }),
  makeWishlist: () => ({ name: "A list" }),
  renameWishlist: () => ({ name: "Another list" }),
  saveProduct: () => ({}),
  noteSavedProduct: () => ({ note: "" }),
  askCode: () => ({ email: "stranger.matrix@people.example", purpose: "quote" }),
  answerCode: () => ({ code: "000000" }),
  askDesign: () => ({ description: "A hoodie with a mountain on its back", garmentType: "hoodie", palette: [] }),
  askDesignUpload: () => ({ type: "image/png" }),
  setQuoteDesign: () => ({ designId: missing.designId }),
  setAiBudgets: () => ({ version: 999, dayMicros: 1, ownerDayMicros: 1, hours: [] }),
  setAiPrice: () => ({ modelId: "matrix.model-v1:0", from: "2026-01-01", input: 1, output: 1 }),
  readBrief: () => ({ text: "500 cotton hoodies" }),
  readGuestBrief: () => ({ text: "500 cotton hoodies" }),
  createGuestQuote: () => ({ brief }),
  createQuote: () => ({ brief }),
  reviseQuote: () => ({ revision: 99 }),
  writeQuoteNote: () => ({ text: reason }),
  sendQuote: () => ({ revision: 99 }),
  turnDownQuote: () => ({ reason }),
  keepRate: () => ({ rate: "121.85", on: "2026-03-01", source: "A bank of the matrix" }),
  draftPriceBook: () => ({ basedOn: 1, name: "A draft of the matrix" }),
  editPriceBook: () => ({ version: 1, book: book1, costs: seedCosts }),
  publishPriceBook: () => ({ version: 1, effectiveFrom: "2099-01-01T00:00:00.000Z" }),
  discardPriceBook: () => ({ version: 1 }),
  acceptQuote: () => ({ revision: 1, shippingAddress: address, termsVersion: "2001-01" }),
  holdOrder: () => ({ reason }),
  offerOrder: ({ supplierId }) => ({ supplierId, price: { amount: 100_000, currency: "USD" } }),
  counterOffer: () => ({ price: { amount: 110_000, currency: "USD" } }),
  declineOffer: () => ({ reason }),
  shipOrder: () => ({ carrier: "Northstar", trackingNumber: "NS-0001" }),
  askStagePhoto: () => ({ type: "image/jpeg" }),
  reportStage: () => ({ percent: 70, note: reason }),
  reviseStage: () => ({ dueOn: "2001-01-01", reason }),
  inspectOrder: () => ({ findings: [] }),
  askClaimPhoto: () => ({ type: "image/jpeg" }),
  openClaim: () => ({ kind: "short", pieces: 1, words: reason }),
  answerClaim: () => ({ words: reason }),
  decideClaim: () => ({ decision: { outcome: "turnDown", reason } }),
  decideLot: () => ({ takes: true }),
  openPayment: () => ({ purpose: "deposit" }),
  giveRefund: () => ({ purpose: "balance", reason: "goodwill" }),
  callOffOrder: () => ({ seen: "awaiting_deposit", reason }),
  payOutSupplier: () => ({ reference: "TT-MATRIX" }),
};

export const bodyOf = (route: Route, ids: Ids): unknown => bodies[route.operationId]?.(ids);

const fixed: Readonly<Record<string, string>> = {
  claimId: `clm_${none}`,
  inspectionId: `ins_${none}`,
  day: "2026-11-01",
  weekOn: "2026-11-02",
  position: "1",
  bookVersion: "1",
  currency: "BDT",
  garmentType: "hoodie",
  observationId: `obs_${"0".repeat(26)}`,
  purpose: "deposit",
  prefix: "00000",
};
/** Who is to be an administrator: somebody else than the people that commands about people are tried on. */
const grantees = new Set(["confirmAdminGrant", "callOffAdminGrant"]);
const inBody: Readonly<Record<string, Subject>> = { chooseOrganisation: "seat", takeInvitation: "invitationToken" };
/** What an upload holds is a record of its own where it is a person's picture or a supplier's paper. */
const uploads: Readonly<Record<string, "avatarId" | "paperId" | "designUploadId">> = {
  getDesignUpload: "designUploadId",
  getAvatarUpload: "avatarId",
  setAvatar: "avatarId",
  getPaper: "paperId",
  addPaper: "paperId",
  removePaper: "paperId",
  getPaperLink: "paperId",
  openPaper: "paperId",
};
/** Every other upload goes with the record of its route. */
const uploadOf: Readonly<Partial<Record<Route["lambda"], "photoId" | "quoteFileId">>> = { order: "photoId", quote: "quoteFileId" };
/** What is in the catalogue is everybody's, and who saves it does so for themselves: the id says which, not whose. */
const aboutNobodys = new Set(["saveProduct", "unsaveProduct", "noteSavedProduct", "placeOrder"]);
const isSubject = (name: string): name is Subject => name in missing;

/** What a route is about, or undefined when it names no record. */
export const subjectOf = (route: Route): Subject | undefined =>
  inBody[route.operationId] ??
  uploads[route.operationId] ??
  (grantees.has(route.operationId) ? "grantee" : undefined) ??
  (aboutNobodys.has(route.operationId) ? undefined : pathParameters(route.path).find(isSubject));

export function paramsOf(route: Route, ids: Ids): Record<string, string> {
  const upload = ids[uploads[route.operationId] ?? uploadOf[route.lambda] ?? "pictureId"];
  const idOf = (name: Subject) => ids[name === "userId" && grantees.has(route.operationId) ? "grantee" : name];
  const valueOf = (name: string) => fixed[name] ?? (isSubject(name) ? idOf(name) : upload) ?? missing[isSubject(name) ? name : "photoId"] ?? "";
  return Object.fromEntries(pathParameters(route.path).map((name) => [name, valueOf(name)]));
}

/** What a caller sends to show who they are: a token, and the secrets they hold. */
export type Shown = Readonly<Record<string, string>>;

/** Secrets as long as real ones, of nobody. */
const nobodys = missing.invitationToken ?? "";
const wrong: Shown = { "x-claim": nobodys, "x-tracking-token": nobodys, "x-list-token": nobodys };

export type Called = { readonly outcome: Outcome | `broken ${number}`; readonly code: string; readonly text: string };

const Refusal = z.object({ error: z.object({ code: z.string() }) });
const outcomes: Readonly<Record<number, Outcome>> = {
  400: "allowed",
  403: "forbidden",
  404: "hidden",
  409: "allowed",
  422: "allowed",
  429: "allowed",
};

function outcomeOf(route: Route, status: number, code: string): Called["outcome"] {
  if (status < 300) return "allowed";
  if (status === 401) return code === "" ? "signed out" : "unauthenticated";
  if (status === 400 && route.auth === "hook") return "unsigned";
  // Ours always has a code; without one it is the gateway's, which knows no such route.
  if (status === 404 && code === "") return "broken 404";
  return outcomes[status] ?? `broken ${status}`;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Asking = { readonly route: Route; readonly params: Readonly<Record<string, string>>; readonly body: unknown; readonly shown: Shown };

/** Calls a route; the token goes with every call, also to routes that must not look at it. */
export async function call(origin: string, { route, params, body, shown }: Asking): Promise<Called> {
  const secrets = route.credentials.flatMap((name) => {
    const secret = shown[name] ?? wrong[name];
    return secret === undefined ? [] : [[name, secret] as const];
  });
  const headers = {
    ...Object.fromEntries(secrets),
    ...(shown["authorization"] === undefined ? {} : { authorization: shown["authorization"] }),
    ...(route.idempotent ? { "idempotency-key": randomUUID() } : {}),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const response = await fetch(urlOf(origin, route, { params, query: queries[route.operationId] }), {
    method: route.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const code = Refusal.safeParse(parsed(text)).data?.error.code ?? "";
  return { outcome: outcomeOf(route, response.status, code), code, text };
}
