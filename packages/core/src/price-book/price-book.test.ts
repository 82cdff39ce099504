import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import { book1, book2, price, seedCosts } from "../pricing/rules.ts";
import { Brief } from "../pricing/model.ts";
import * as Exchange from "../exchange/index.ts";
import * as Quote from "../quote/index.ts";
import { routes } from "../quote/routes.ts";
import * as PriceBook from "./index.ts";
import { inForceOf, nextOf } from "./rules.ts";

beforeAll(startTable);

const DAY = 86_400_000;
/** A day of its own for each test: the shelf is one, and what one test publishes prices what comes after it. */
let days = 300;
const nextDay = (): Date => new Date(NOW.getTime() + (days += 1) * DAY);
const at = (now: Date) => ({ now });
const admin = <T>(run: () => Promise<T>, now: Date) => as(actors.admin, run, at(now));
const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const code = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : error);
const refusal = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => "done",
    (error: unknown) => code(error),
  );

const brief = { garmentType: "polo" as const, quantity: 200, fabric: "pique" as const };
const ask = (now: Date) => as(actors.buyerOwner, () => Quote.create({ brief }), at(now));
const dearer = { ...book2, bases: { ...book2.bases, polo: 900 } };

async function drafted(now: Date, book = dearer) {
  const { bookVersion } = await admin(() => PriceBook.draft({ basedOn: 2, name: "Polo shirts cost more" }), now);
  await admin(() => PriceBook.edit({ bookVersion, version: 1, book: { ...book, version: bookVersion }, costs: seedCosts }), now);
  return bookVersion;
}
const publish = (bookVersion: number, effectiveFrom: Date, now: Date) =>
  admin(() => PriceBook.publish({ bookVersion, version: 2, effectiveFrom: effectiveFrom.toISOString() }), now);

describe("the price book", () => {
  test("a published book prices the quotes from its instant on; one made before keeps its version and its cents", async () => {
    const now = nextDay();
    const from = after(now, 600);
    const bookVersion = await drafted(now);
    await publish(bookVersion, from, now);

    const [before, then] = [await ask(after(from, -1)), await ask(from)];

    expect([before.quote.priced.bookVersion, then.quote.priced.bookVersion]).toEqual([2, bookVersion]);
    expect(then.quote.total).toEqual(price(Brief.parse(brief), dearer).total);
    expect((await as(actors.buyerOwner, () => Quote.get({ quoteId: before.quote.quoteId }), at(after(from, 60)))).total).toEqual(before.quote.total);
  });

  test("browsers are given the book in force and when the next one comes, and no word of what making costs", async () => {
    const now = nextDay();
    const bookVersion = await drafted(now);
    await publish(bookVersion, after(now, 3_600), now);

    const shown = await as(actors.visitor, () => PriceBook.inForce({}), at(now));

    expect(shown.nextFrom).toBe(after(now, 3_600).toISOString());
    expect(shown.book.version).not.toBe(bookVersion);
    expect(JSON.stringify(shown)).not.toMatch(/markup|bangladeshBps|"costs"/);
  });

  test("a published book is never written again, and a draft only from the version that was read", async () => {
    const now = nextDay();
    const bookVersion = await drafted(now);
    const edit = (version: number) =>
      admin(() => PriceBook.edit({ bookVersion, version, book: { ...book1, version: bookVersion }, costs: seedCosts }), now);

    expect(await refusal(edit(1))).toBe("price_book.changed");
    await publish(bookVersion, after(now, 600), now);
    expect(await refusal(edit(2))).toBe("price_book.not_a_draft");
    expect(await refusal(publish(bookVersion, after(now, 900), now))).toBe("price_book.not_a_draft");
    expect(await refusal(admin(() => PriceBook.discard({ bookVersion, version: 3 }), now))).toBe("price_book.not_a_draft");
    expect(await refusal(admin(() => PriceBook.edit({ bookVersion: 2, version: 1, book: book2, costs: seedCosts }), now))).toBe(
      "price_book.not_a_draft",
    );
  });

  test("of two who publish the same draft one wins, and of two drafts made at once both are there", async () => {
    const now = nextDay();
    const bookVersion = await drafted(now);

    const published = await Promise.all([600, 700].map((seconds) => refusal(publish(bookVersion, after(now, seconds), now))));
    const made = await Promise.all([1, 2].map((count) => refusal(admin(() => PriceBook.draft({ basedOn: 1, name: `Draft ${count}` }), now))));

    expect(published.filter((one) => one === "done")).toHaveLength(1);
    expect(made.filter((one) => one === "done").length).toBeGreaterThanOrEqual(1);
    const versions = (await admin(() => PriceBook.list({}), now)).items.map((item) => item.bookVersion);
    expect(new Set(versions).size).toBe(versions.length);
  });

  test("nothing takes effect sooner than everybody can know it, at an instant that is taken, or below what it costs", async () => {
    const now = nextDay();
    const [one, other] = [await drafted(now), await drafted(now)];
    const cheap = await drafted(now, { ...dearer, platformFeeBps: 0, bases: { ...dearer.bases, polo: 10 } });
    await admin(
      () =>
        PriceBook.edit({
          bookVersion: cheap,
          version: 2,
          book: { ...dearer, version: cheap, platformFeeBps: 0 },
          costs: { ...seedCosts, bangladeshBps: 9_900 },
        }),
      now,
    );

    expect(await refusal(publish(one, after(now, 119), now))).toBe("price_book.too_soon");
    await publish(one, after(now, 600), now);
    expect(await refusal(publish(other, after(now, 600), now))).toBe("price_book.same_instant");
    expect(await refusal(admin(() => PriceBook.publish({ bookVersion: cheap, version: 3, effectiveFrom: after(now, 900).toISOString() }), now))).toBe(
      "price_book.below_floor",
    );
  });

  test("its history says who did what, and the log which figures were changed", async () => {
    const now = nextDay();
    const bookVersion = await drafted(now);
    await admin(() => PriceBook.discard({ bookVersion, version: 2 }), now);

    const { history, status } = await admin(() => PriceBook.get({ bookVersion }), now);
    const edited = (await allItems()).find((item) => item["subjectId"] === PriceBook.subjectOf(bookVersion) && item["type"] === "price_book.edited");

    expect(status).toBe("discarded");
    expect(history.map(({ type, actorId }) => [type, actorId])).toEqual(
      ["drafted", "edited", "discarded"].map((verb) => [`price_book.${verb}`, actors.admin.userId]),
    );
    expect(edited?.["changes"]).toEqual({ "bases.polo": { before: 700, after: 900 } });
  });

  test("a container asks the shelf once in half a minute and a book once", async () => {
    const now = nextDay();

    const asked = (when: Date) => cost(() => as(actors.visitor, () => PriceBook.inForce({}), at(when)));
    const [first, again, later] = [await asked(now), await asked(after(now, 29)), await asked(after(now, 30))];

    expect(first.requests).toBeLessThanOrEqual(2);
    expect([again.requests, later.requests]).toEqual([0, 1]);
  });
});

test("a quote keeps the exchange rates of its moment, whatever they become", async () => {
  const now = nextDay();
  const keep = (rate: string, when: Date) =>
    as(actors.admin, () => Exchange.keep({ currency: "BDT", rate, on: "2026-03-02", source: "Bangladesh Bank" }), at(when));
  await keep("121.85", now);
  const { quote } = await ask(after(now, 60));
  await keep("150", after(now, 120));

  const shown = await as(actors.buyerOwner, () => Quote.get({ quoteId: quote.quoteId }), at(after(now, 180)));
  const later = await ask(after(now, 240));

  expect(shown.rates).toEqual([{ currency: "BDT", rate: "121.85", on: "2026-03-02", source: "Bangladesh Bank" }]);
  expect(later.quote.rates?.map(({ rate }) => rate)).toEqual(["150"]);
});

describe("what a quote costs", () => {
  test("is for administrators alone, by the book the quote was priced with", async () => {
    const { quote } = await ask(nextDay());

    const shown = await admin(() => routes({ quoteId: quote.quoteId }), nextDay());

    expect(shown.routes.map(({ cost: money, markup }) => money.amount + markup.amount)).toEqual([
      quote.total.amount,
      quote.total.amount,
      quote.total.amount,
    ]);
    expect(await refusal(as(actors.buyerOwner, () => routes({ quoteId: quote.quoteId })))).toBe("record.not_found");
    expect(JSON.stringify(quote)).not.toMatch(/"(?:cost|markup|floor|routes)"/);
  });
});

test("the schedule is read in the order of its instants, whatever the order of its versions", () => {
  const entry = (bookVersion: number, effectiveFrom: string) => ({ bookVersion, name: "A book", status: "published" as const, effectiveFrom });
  const entries = [entry(1_001, "2031-01-01T00:00:00.000Z"), entry(1_002, "2030-01-01T00:00:00.000Z")];

  expect(
    ["2029-12-31T23:59:59.999Z", "2030-01-01T00:00:00.000Z", "2031-01-01T00:00:00.000Z"].map((on) => inForceOf(entries, on)?.bookVersion),
  ).toEqual([2, 1_002, 1_001]);
  expect(nextOf(entries, "2030-06-01T00:00:00.000Z")?.bookVersion).toBe(1_001);
});
