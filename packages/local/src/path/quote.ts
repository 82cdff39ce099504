import { getTerms } from "@sleekapp/contracts/content";
import { getOrganisation, updateOrganisation } from "@sleekapp/contracts/identity";
import { getOrder, listOrders } from "@sleekapp/contracts/order";
import * as quote from "@sleekapp/contracts/quote";
import { type BriefInput, Brief } from "@sleekapp/core/pricing/model";
import { currentBook, estimate, price } from "@sleekapp/core/pricing/rules";
import { mailedCode, until } from "../people/person.ts";
import { holds, needed, refused, type Step, type World } from "./world.ts";

/** What the visitor wants made: a rush order with a sample, two decorations and a split over sizes, so that every line of a quote has something to say. */
export const brief = {
  garmentType: "hoodie",
  quantity: 240,
  fabric: "organic-cotton",
  complexity: "complex",
  customisations: [
    { technique: "screen-print", placement: "front" },
    { technique: "embroidery", placement: "sleeve" },
  ],
  sizes: { S: 60, M: 90, L: 60, XL: 30 },
  rush: "fast",
  sample: true,
  notes: "Heavy hoodie for a winter drop, kangaroo pocket, ribbed cuffs.",
} as const satisfies BriefInput;

const address = { name: "Bea Buyer", company: "Bea's Shop", street: "Rosenthaler Str. 40", city: "Berlin", postcode: "10178", country: "DE" };

export const pricing: Step = {
  name: "A visitor describes a garment, proves an address and gets an itemised quote",
  run: async (world) => {
    const { nobody, buyer } = world.people;
    const range = estimate(Brief.parse(brief), currentBook);
    holds(range !== undefined, "a range is computed before any address is given");
    await refused(nobody, quote.createGuestQuote, { body: { brief }, status: 403 });
    const { challengeId } = await nobody.ask(quote.askCode, { body: { email: buyer.email, purpose: "quote" } });
    await refused(nobody, quote.askCode, { body: { email: buyer.email, purpose: "quote" }, status: 429 });
    const code = await mailedCode(world.town.stage, buyer.email);
    const wrong = code === "000000" ? "111111" : "000000";
    await refused(nobody, quote.answerCode, { params: { challengeId }, body: { code: wrong }, status: 400, code: "code.wrong" });
    const { proof } = await nobody.ask(quote.answerCode, { params: { challengeId }, body: { code } });
    await refused(nobody, quote.answerCode, { params: { challengeId }, body: { code }, status: 400, code: "code.spent" });
    await refused(nobody, quote.createGuestQuote, {
      body: { brief },
      status: 401,
      with: { credentials: { "x-proof": `${proof.slice(0, -4)}AAAA` } },
    });
    const shown = { credentials: { "x-proof": proof } };
    const made = await nobody.ask(quote.createGuestQuote, { body: { brief } }, { ...shown, key: `quote-${challengeId}` });
    const again = await nobody.ask(quote.createGuestQuote, { body: { brief } }, { ...shown, key: `quote-${challengeId}` });
    holds(again.quote.quoteId === made.quote.quoteId, "asking twice under one key makes one quote");
    const other = { ...brief, quantity: 300, sizes: { M: 300 } };
    await refused(nobody, quote.createGuestQuote, { body: { brief: other }, status: 422, with: { ...shown, key: `quote-${challengeId}` } });
    Object.assign(world.made, { quoteId: made.quote.quoteId, claim: made.claim });
    return [
      "without proof: 403",
      "a second code at once: 429",
      "a wrong code: 400, a used one: 400",
      "a forged proof: 401",
      "one key, another body: 422",
      ...priced(made.quote, range),
    ];
  },
};

type View = Awaited<ReturnType<typeof readByClaim>>;

function priced({ priced: made, total, deposit, balance }: View, range: NonNullable<ReturnType<typeof estimate>> | undefined): readonly string[] {
  const sum = made.lines.reduce((cents, { amount }) => cents + amount.amount, 0);
  const days = made.leadTime.stages.reduce((all, stage) => all + stage.days, 0);
  holds(sum === total.amount, "the lines add up to the total to the cent");
  holds(deposit.amount + balance.amount === total.amount, "deposit and balance add up to the total");
  holds(days === made.leadTime.totalDays, "the stages add up to the lead time");
  holds(price(Brief.parse(brief), currentBook).total.amount === total.amount, "the browser's own rules give the same price");
  holds(
    range !== undefined && range.low.amount <= total.amount && total.amount <= range.high.amount,
    "the price lies in the range that was shown before",
  );
  return [`${made.lines.length} lines add up to ${total.amount} cents`, `${made.leadTime.stages.length} stages add up to ${days} working days`];
}

async function readByClaim(world: World) {
  const with_ = { credentials: { "x-claim": needed(world, "claim") } };
  return world.people.nobody.ask(quote.getGuestQuote, { params: { quoteId: needed(world, "quoteId") } }, with_);
}

export const commentary: Step = {
  name: "The guest reads the quote by its secret; the commentary arrives from the queue",
  run: async (world) => {
    const quoteId = needed(world, "quoteId");
    const { nobody, otherBuyer } = world.people;
    await refused(nobody, quote.getGuestQuote, {
      params: { quoteId },
      status: 404,
      with: { credentials: { "x-claim": "not-the-secret-of-this-quote" } },
    });
    await refused(otherBuyer, quote.getQuote, { params: { quoteId }, status: 404 });
    const read = await until("The commentary", async () => {
      const view = await readByClaim(world);
      return view.analysis ? view : undefined;
    });
    return [`commentary by ${read.analysis?.source ?? ""}: ${read.analysis?.summary.slice(0, 80) ?? ""}`, "a wrong secret and another buyer: 404"];
  },
};

export const acceptance: Step = {
  name: "The visitor signs up with that address, finds the quote and accepts it: exactly one order",
  run: async (world) => {
    const { buyer, otherBuyer, supplier, nobody } = world.people;
    const quoteId = needed(world, "quoteId");
    await buyer.signUp({ password: world.password, name: "Bea Buyer", as: "buyer", company: "Bea's Shop" });
    await until("The quote in the buyer's list", async () => {
      const { items } = await buyer.ask(quote.listQuotes, {});
      return items.some((one) => one.quoteId === quoteId) || undefined;
    });
    const company = await buyer.ask(getOrganisation, {});
    await buyer.ask(updateOrganisation, { body: { name: company.name, taxId: "DE 123 456 789", version: company.version } });
    const terms = await buyer.ask(getTerms, {});
    const body = { revision: 1, shippingAddress: address, termsVersion: terms.version };
    const params = { quoteId };
    await refused(nobody, quote.acceptQuote, { params, body, status: 401 });
    await refused(otherBuyer, quote.acceptQuote, { params, body, status: 404 });
    await refused(supplier, quote.acceptQuote, { params, body, status: 404 });
    await refused(buyer, quote.acceptQuote, { params, body: { ...body, revision: 2 }, status: 409, code: "quote.revised" });
    await refused(buyer, quote.acceptQuote, { params, body: { ...body, termsVersion: "2001-01" }, status: 409, code: "terms.changed" });
    const clicks = await Promise.all(
      Array.from({ length: 6 }, (_, index) => buyer.attempt(quote.acceptQuote, { params, body }, { key: `accept-${quoteId}-${index % 2}` })),
    );
    const orders = new Set(clicks.filter(({ status }) => status === 201).map(({ body: reply }) => JSON.stringify(reply)));
    holds(orders.size === 1, `six clicks under two keys make one order, not ${orders.size}`);
    const { orderId, orderNumber } = await buyer.ask(
      quote.acceptQuote,
      { params, body },
      { key: clicks[0]?.status === 201 ? `accept-${quoteId}-0` : `accept-${quoteId}-1` },
    );
    const mine = await buyer.ask(listOrders, {});
    holds(mine.items.filter((one) => one.orderId === orderId).length === 1, "the order is in the buyer's list once");
    await refused(buyer, quote.declineQuote, { params, body: {}, status: 409 });
    await refused(otherBuyer, getOrder, { params: { orderId }, status: 404 });
    await refused(supplier, getOrder, { params: { orderId }, status: 404 });
    Object.assign(world.made, { orderId, orderNumber });
    return [
      "the company has a tax number, which its invoices will name",
      `order ${orderNumber}`,
      "signed out: 401; a stranger and a supplier: 404; an old revision and old terms: 409",
      "six clicks under two keys: one order",
    ];
  },
};
