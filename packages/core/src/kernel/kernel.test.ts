import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { actors } from "../../../../test/support/actors.ts";
import { ownerIdOf, refOf } from "./actor.ts";
import { createContext } from "./context.ts";
import * as errors from "./error.ts";
import { declaredEvents, defineEvent } from "./event.ts";
import { id, type IdKind, newId, prefixes } from "./id.ts";
import { MAX_PAGE, pageOf, PageQuery } from "./page.ts";
import { definePort } from "./port.ts";
import { scopeOf } from "./scope.ts";

describe("ids", () => {
  const kinds = Object.keys(prefixes).filter((kind): kind is IdKind => kind in prefixes);

  test("say what they name, and are no other kind's", () => {
    for (const kind of kinds) {
      const made = newId(kind);
      expect(made).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/);
      for (const other of kinds) expect(id(other).safeParse(made).success).toBe(prefixes[other] === prefixes[kind]);
    }
  });

  test("sort by the time they were made at and never meet", async () => {
    const first = newId("order");
    await sleep(2);

    expect([newId("order"), first].toSorted()[0]).toBe(first);
    expect(new Set(Array.from({ length: 10_000 }, () => newId("order"))).size).toBe(10_000);
  });

  test.each([
    "",
    "ord_",
    "01jz0000000000000000000000",
    "ord_01JZ0000000000000000000000",
    "ord_01jz000000000000000000000i",
    "ord_01jz0000000000000000000000x",
  ])("%j is none", (text) => {
    expect(id("order").safeParse(text).success).toBe(false);
  });
});

describe("pages", () => {
  test("are never without a limit", () => {
    expect(PageQuery.parse({})).toEqual({ limit: 20 });
    expect(PageQuery.parse({ limit: "50" }).limit).toBe(MAX_PAGE);
    for (const limit of ["0", "51", "-1", "1.5", "all"]) expect(PageQuery.safeParse({ limit }).success).toBe(false);
    expect(PageQuery.safeParse({ cursor: "x".repeat(2_001) }).success).toBe(false);
  });

  test("hold items of one kind and where to go on", () => {
    const page = pageOf(z.string());

    expect(page.parse({ items: ["a"], nextCursor: "b" })).toEqual({ items: ["a"], nextCursor: "b" });
    expect(page.safeParse({ items: ["a"], total: 1 }).success).toBe(false);
  });
});

describe("lists are read in the caller's own scope", () => {
  test.each([
    ["a buyer's people", actors.buyerViewer, { by: "owner", ownerId: actors.buyerViewer.orgId }],
    ["a guest", actors.guest, { by: "owner", ownerId: "e~guest" }],
    ["a supplier's people", actors.supplierFactory, { by: "supplier", orgId: actors.supplierFactory.orgId }],
    ["an admin", actors.admin, { by: "admin" }],
  ])("of %s", (_name, actor, scope) => {
    expect(scopeOf(actor)).toEqual(scope);
  });

  test.each([actors.visitor, actors.link, actors.system])("and never of $type", (actor) => {
    expect(() => scopeOf(actor)).toThrow(expect.objectContaining({ kind: "forbidden" }));
  });
});

test("an actor is stored by ids alone", () => {
  for (const actor of Object.values(actors)) {
    const stored = JSON.stringify(refOf(actor));
    expect(stored).not.toContain("@");
    expect(refOf(actor).id).not.toBe("");
  }
  expect(ownerIdOf(actors.guest)).toBe("e~guest");
  expect(ownerIdOf(actors.admin)).toBeUndefined();
});

test("an event is what its schema says, and known by its name", () => {
  const Happened = defineEvent("kernel.happened", z.object({ orderId: id("order") }));
  const orderId = newId("order");

  expect(Happened(Object.assign({ orderId }, { email: "rina@example.com" }))).toEqual({ type: "kernel.happened", data: { orderId } });
  expect(() => Happened({ orderId: "1" })).toThrow(z.ZodError);
  expect(declaredEvents().has("kernel.happened")).toBe(true);
});

test("a context follows its own request through awaits", async () => {
  const context = createContext<{ readonly name: string }>("Test");
  const run = (name: string, ms: number) => context.with({ name }, () => sleep(ms).then(() => context.use().name));

  expect(await Promise.all([run("a", 20), run("b", 5)])).toEqual(["a", "b"]);
  expect(context.find()).toBeUndefined();
  expect(() => context.use()).toThrow("Test context is missing");
});

test("a port that nobody provided names itself", () => {
  const Port = definePort<{ readonly run: () => number }>("Test");

  expect(() => Port.use()).toThrow("port Test is not provided");
  Port.provide({ run: () => 1 });
  expect(Port.use().run()).toBe(1);
});

test("errors say their kind, their code and what they know", () => {
  const cause = new Error("socket");

  expect(errors.limited("rate.limited", "wait", 30)).toMatchObject({ kind: "limited", code: "rate.limited", details: { retryAfter: 30 } });
  expect(errors.unavailable("mail.unavailable", "later", cause)).toMatchObject({ kind: "unavailable", cause });
  expect(errors.isKind(errors.invalid("a.b", "no"), "invalid")).toBe(true);
  expect(errors.isKind(errors.invalid("a.b", "no"), "conflict")).toBe(false);
  expect(errors.isKind(cause, "invalid")).toBe(false);
  expect(errors.notFound()).toMatchObject({ kind: "not_found", code: "record.not_found" });
});
