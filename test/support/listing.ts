import * as Account from "@sleekapp/core/account";
import type { Member } from "@sleekapp/core/kernel/actor";
import { usd } from "@sleekapp/core/kernel/money";
import { Blob } from "@sleekapp/core/ports/blob";
import * as Product from "@sleekapp/core/product";
import * as Supplier from "@sleekapp/core/supplier";
import * as Upload from "@sleekapp/core/upload";
import { actors } from "./actors.ts";
import { givePaper } from "./papers.ts";
import { as } from "./table.ts";

const application: Supplier.Draft = {
  companyName: "Meghna Knit",
  country: "BD",
  city: "Gazipur",
  address: "Plot 12, Konabari",
  contactName: "Farid Alam",
  phone: "+880 2 9999",
  about: "Circular and flat knitting with our own dyeing since 1998.",
  families: ["knitwear"],
  techniques: [],
  moq: 100,
  leadDays: 30,
  weeklyCapacity: 4_000,
  certificates: [],
};

const draft: Product.Draft = {
  title: "Heavy cotton hoodie",
  description: "A boxy hoodie of heavy combed cotton, garment washed, with a ribbed hem and a lined hood.",
  family: "casualwear",
  category: "Hoodies",
  fabric: "Fleece",
  gsm: 320,
  price: usd(1_000),
  moq: 100,
  leadDays: 21,
  sizes: ["M"],
  colours: ["White"],
  breaks: [],
  variants: [],
};

/** The owner of a supplier that has said nothing of itself yet. */
export async function openSupplier(userId: string): Promise<Member> {
  await as(actors.system, () => Account.intend(userId, { as: "supplier", company: `Mill ${userId}` }));
  const { orgId } = await as(actors.system, () => Account.open({ userId, email: `${userId}@example.com`, name: "Farid" }));
  return { type: "member", userId, orgId, orgKind: "supplier", kind: "owner" };
}

/** Has the supplier describe itself and hand in, and the platform verify it. */
export async function makeVerified(owner: Member): Promise<void> {
  await as(owner, () => Supplier.save({ application }));
  await givePaper(owner);
  await as(owner, () => Supplier.submit({}));
  await as(actors.admin, () => Supplier.verify({ orgId: owner.orgId }));
}

/** A verified supplier's owner. */
export async function newSupplier(userId: string): Promise<Member> {
  const owner = await openSupplier(userId);
  await makeVerified(owner);
  return owner;
}

/** A listing of theirs that is in the catalogue. */
export async function listed(owner: Member): Promise<string> {
  const nothing = async () => undefined;
  Blob.provide({ put: nothing, get: nothing, remove: nothing });
  const { productId } = await as(owner, () => Product.create({ draft }));
  const picture = { purpose: "product", subjectId: productId, orgId: owner.orgId, bytes: new Uint8Array(4), alt: "White hoodie" } as const;
  const uploadId = await as(actors.system, () => Upload.receive(picture));
  const verdict = { state: "ready", key: `product/${productId}`, width: 800, height: 1_000 } as const;
  await as(actors.system, () => Upload.settle({ subjectId: productId, uploadId, verdict }));
  await as(actors.system, () => Product.adoptPicture({ productId, uploadId }));
  await as(owner, () => Product.submit({ productId }));
  await as(actors.admin, () => Product.approve({ productId }));
  return productId;
}
