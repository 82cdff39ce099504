import type { Audience } from "@sleekapp/contracts/route";

/** What a route can be about: names of path parameters, and two that travel in a body. */
export type Subject =
  | "orderId"
  | "orderNumber"
  | "quoteId"
  | "productId"
  | "slug"
  | "supplierSlug"
  | "jobId"
  | "fileId"
  | "orgId"
  | "userId"
  | "grantee"
  | "invitationId"
  | "challengeId"
  | "addressId"
  | "sessionId"
  | "avatarId"
  | "exportId"
  | "listId"
  | "inquiryId"
  | "rfqId"
  | "approvalId"
  | "leadId"
  | "searchId"
  | "paperId"
  | "aiJobId"
  | "designId"
  | "designUploadId"
  | "seat"
  | "invitationToken";

/** Whose record it is, for the caller; `none` for routes that are about no record. */
export type Relation = "own" | "another's" | "missing" | "none";

/**
 * One kind of caller. `own` and `others` name what there is to ask for: strangers to the first world (`other...`) are there to be
 * refused, so theirs are only its records; everything an admin sees counts as the admin's own.
 */
export type Archetype = { readonly audience: Audience; readonly own: readonly Subject[]; readonly others: readonly Subject[] };

/** Open to everybody: a public page, a code that somebody else was mailed, and an invitation whose secret was found. */
const found: readonly Subject[] = ["slug", "supplierSlug", "challengeId", "invitationToken"];
const ofPerson: readonly Subject[] = ["addressId", "sessionId", "avatarId", "exportId"];
/** What a buyer has drawn, the job that draws it, and a picture that was sent. */
const drawings: readonly Subject[] = ["aiJobId", "designId", "designUploadId"];
const ofBuyer: readonly Subject[] = [
  ...ofPerson,
  "listId",
  "searchId",
  ...drawings,
  "inquiryId",
  "rfqId",
  "approvalId",
  "orderId",
  "quoteId",
  "userId",
  "invitationId",
  "seat",
  ...found,
];
const ofSupplier: readonly Subject[] = [
  ...ofPerson,
  "paperId",
  "inquiryId",
  "rfqId",
  "orderId",
  "productId",
  "jobId",
  "fileId",
  "orgId",
  "userId",
  "invitationId",
  "seat",
  ...found,
];
const everything: readonly Subject[] = [
  "paperId",
  "leadId",
  "orderId",
  "orderNumber",
  "quoteId",
  "inquiryId",
  "rfqId",
  "productId",
  "jobId",
  "fileId",
  "orgId",
  "userId",
  "grantee",
  "invitationId",
  "seat",
];
/** What is theirs alone, whoever asks. */
const others: readonly Subject[] = [...everything, ...ofPerson, ...drawings, "listId", "searchId", "approvalId"];

/** The second world's buyer is alone, so nobody there could approve anything: only the first world has an approval. */
const ofSecond = others.filter((one) => one !== "approvalId");
const buyer = (kind: "owner" | "member" | "viewer"): Archetype => ({ audience: `buyer.${kind}`, own: ofBuyer, others: ofSecond });
/** Both worlds' buyers ask this supplier, so there is no inquiry or request of another's. */
const supplier = (kind: "owner" | "manager" | "factory"): Archetype => ({
  audience: `supplier.${kind}`,
  own: ofSupplier,
  others: ofSecond.filter((one) => one !== "inquiryId" && one !== "rfqId"),
});
const stranger = (audience: Audience, own: readonly Subject[] = []): Archetype => ({ audience, own: [...found, ...own], others });

/** Every kind of caller there is. */
export const archetypes = {
  "signed out": stranger("visitor"),
  guest: stranger("guest", ["quoteId"]),
  "link holder": stranger("link", ["orderNumber"]),
  "buyer's owner": buyer("owner"),
  "buyer's member": buyer("member"),
  "buyer's viewer": buyer("viewer"),
  "other buyer": stranger("buyer.owner"),
  "supplier's owner": supplier("owner"),
  "supplier's manager": supplier("manager"),
  "supplier's factory": supplier("factory"),
  "other supplier": stranger("supplier.owner"),
  admin: {
    audience: "admin",
    own: [...everything.filter((one) => one !== "orderNumber"), ...ofPerson, ...found],
    others: ["seat", "orderNumber", ...ofPerson, ...drawings, "listId", "searchId"],
  },
  "admin without an app": stranger("visitor"),
  /** Whose tokens are from before: what they see of it now. */
  "removed member": buyer("viewer"),
  suspended: stranger("buyer.owner"),
  "ID token": stranger("visitor"),
  "forged token": stranger("visitor"),
} as const satisfies Record<string, Archetype>;

export type ArchetypeName = keyof typeof archetypes;

export const archetypeNames: readonly ArchetypeName[] = Object.keys(archetypes).filter((name): name is ArchetypeName => name in archetypes);
