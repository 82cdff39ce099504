import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import * as Supplier from "../supplier/index.ts";
import * as Product from "./index.ts";

beforeAll(startTable);

const listing: Product.Draft = {
  title: "Heavy cotton T-shirt",
  description: "A boxy T-shirt of heavy combed cotton, garment washed, with a ribbed collar.",
  family: "casualwear",
  category: "T-shirts",
  fabric: "Cotton",
  price: usd(455),
  moq: 50,
  leadDays: 21,
  sizes: ["M"],
  colours: ["White"],
  breaks: [],
  variants: [],
};

let count = 0;
let owner: Member;
beforeEach(async () => {
  count += 1;
  const userId = `maker-${count}`;
  await as(actors.system, () => Account.intend(userId, { as: "supplier", company: `Mill ${count}` }));
  const { orgId } = await as(actors.system, () => Account.open({ userId, email: `maker${count}@example.com`, name: "Farid" }));
  owner = { type: "member", userId, orgId, orgKind: "supplier", kind: "owner" };
});

const own = <T>(run: () => Promise<T>) => as(owner, run);
const made = async (draft: Product.Draft = listing, now = NOW) => (await as(owner, () => Product.create({ draft }), { now })).productId;
const titles = async (status?: Product.Status) => {
  const page = await own(() => Product.list({ limit: 50, ...(status ? { status } : {}) }));
  return page.items.map(({ title }) => title);
};

describe("a draft", () => {
  test("keeps what is half typed", async () => {
    const productId = await made({ title: "T", category: "x", moq: 0, leadDays: 0, gsm: 1 });

    const view = await own(() => Product.get({ productId }));

    expect(view.draft).toEqual({ title: "T", category: "x", moq: 0, leadDays: 0, gsm: 1 });
    expect(view.missing).toContain("title: at least ten characters");
  });

  test("changes in what is written and loses what is cleared, and nothing else", async () => {
    const productId = await made();

    const view = await own(() => Product.update({ productId, draft: { gsm: 240 }, clear: ["composition", "moq"] }));

    const { moq: _moq, ...rest } = listing;
    expect(view.draft).toEqual({ ...rest, gsm: 240 });
  });

  test("is found under its status by its own supplier only, in one request", async () => {
    const productId = await made();
    await made({ ...listing, title: "Another cotton shirt" }, new Date(NOW.getTime() + 1_000));
    await own(() => Product.archive({ productId }));

    expect(await titles()).toEqual(["Another cotton shirt", "Heavy cotton T-shirt"]);
    expect([await titles("archived"), await titles("draft"), await titles("approved")]).toEqual([
      ["Heavy cotton T-shirt"],
      ["Another cotton shirt"],
      [],
    ]);
    const { requests } = await cost(() => own(() => Product.list({ status: "archived" })));
    expect(requests).toBe(1);
  });

  test("that was put away comes back as a draft", async () => {
    const productId = await made();
    await own(() => Product.archive({ productId }));

    const { status } = await own(() => Product.restore({ productId }));

    expect(status).toBe("draft");
    await expect(own(() => Product.restore({ productId }))).rejects.toMatchObject({ code: "product.transition" });
  });

  test("cannot be handed in while something is missing", async () => {
    const productId = await made();

    await expect(own(() => Product.submit({ productId }))).rejects.toMatchObject({
      code: "product.incomplete",
      details: { missing: ["pictures: add at least one"] },
    });
  });

  test("carries the company's name to those who review it", async () => {
    await own(() => Supplier.save({ application: { companyName: "Meghna Knit" } }));
    const productId = await made();

    const view = await as(actors.admin, () => Product.get({ productId }));

    expect(view.supplierName).toBe("Meghna Knit");
  });
});
