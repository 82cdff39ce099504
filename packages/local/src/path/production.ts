import * as files from "@sleekapp/contracts/quote-file";
import * as orders from "@sleekapp/contracts/order";
import * as production from "@sleekapp/contracts/production";
import type { Person } from "../people/person.ts";
import { sendFile, until } from "../people/person.ts";
import { swatch } from "./catalogue.ts";
import { letter } from "./supplier.ts";
import { holds, needed, refused, type Step, type World } from "./world.ts";

type Candidate = { readonly blocked: readonly unknown[]; readonly reasons: readonly unknown[] };

/** A supplier that may be offered the order, and why it stands where it does. */
const isRanked = (one: Candidate | undefined): boolean => one !== undefined && one.blocked.length === 0 && one.reasons.length > 0;

const areCumulative = (days: readonly string[]): boolean => days.every((day, index) => index === 0 || day >= (days[index - 1] ?? ""));

async function hasTechPack(supplier: Person, params: { readonly orderId: string }): Promise<boolean> {
  const { items } = await supplier.ask(files.listOrderFiles, { params });
  return items.length === 1 && items[0]?.name === "tech-pack.pdf";
}

export const assignment: Step = {
  name: "The admin sees ranked suppliers with reasons and offers the order; the supplier accepts; the plan starts",
  run: async (world) => {
    const { admin, supplier, factory, buyer, otherSupplier } = world.people;
    const params = { orderId: needed(world, "orderId") };
    const supplierId = needed(world, "supplierId");
    const seen = await admin.ask(orders.listCandidates, { params });
    const mine = seen.candidates.find((one) => one.supplierId === supplierId);
    holds(isRanked(mine), "the supplier is offered with the reasons of its score");
    const price = { amount: Math.round(seen.buyerTotal.amount * 0.72), currency: "USD" } as const;
    for (const who of [buyer, supplier])
      await refused(who, orders.offerOrder, { params, body: { supplierId, price }, status: who === buyer ? 403 : 404 });
    const otherId = (await otherSupplier.ask((await import("@sleekapp/contracts/identity")).getMe, {})).orgId;
    const unfit = await admin.attempt(orders.offerOrder, { params, body: { supplierId: otherId, price } });
    holds(unfit.status === 409 || unfit.status === 404, "a supplier that was never verified is not offered the order");
    await admin.ask(orders.offerOrder, { params, body: { supplierId, price } });
    const offer = await supplier.ask(orders.getMyOffer, { params });
    holds(offer.price.amount === price.amount, "the supplier sees its own price");
    await refused(supplier, files.listOrderFiles, { params, status: 409, code: "quote.files_offered" });
    await refused(factory, orders.getMyOffer, { params, status: 403 });
    await refused(factory, orders.acceptOffer, { params, status: 403 });
    await refused(otherSupplier, orders.acceptOffer, { params, status: 404 });
    await letter(world, supplier.email, /^Order offered/);
    const { promisedOn } = await supplier.ask(orders.acceptOffer, { params });
    holds(await hasTechPack(supplier, params), "whoever takes the order opens the tech pack");
    await refused(supplier, orders.acceptOffer, { params, status: 409 });
    const order = await buyer.ask(orders.getOrder, { params });
    const ends = order.stages.map(({ plannedDueOn }) => plannedDueOn);
    holds(ends.length > 3 && areCumulative(ends), "planned dates are cumulative");
    holds(ends.at(-1) === promisedOn, "the promise is the plan's last day");
    holds(!JSON.stringify(order).includes(String(price.amount)), "the buyer's page holds no supplier price");
    const theirs = JSON.stringify(await supplier.ask(orders.getOrder, { params }));
    holds(!theirs.includes(String(seen.buyerTotal.amount)), "the supplier's page holds no buyer price");
    return [
      `${seen.candidates.length} suppliers ranked, score ${mine?.scoreBps ?? 0} with ${mine?.reasons.length ?? 0} reasons`,
      "buyer offering: 403; floor accepting: 403; another supplier: 404",
      `${ends.length} stages, promised for ${promisedOn}`,
    ];
  },
};

/** Sends one photo from the floor and waits until it has been looked into. */
async function photo(factory: Person, orderId: string): Promise<string> {
  const params = { orderId };
  const { uploadId, ...slot } = await factory.ask(production.askStagePhoto, { params, body: { type: "image/jpeg" } });
  await sendFile(slot, await swatch("#84756a"));
  const verdict = await until("The verdict on a photo", async () => {
    const view = await factory.ask(production.getStagePhoto, { params: { orderId, uploadId } });
    return view.state === "waiting" ? undefined : view;
  });
  holds(verdict.state === "ready", `the photo is taken (${verdict.reason ?? ""})`);
  return uploadId;
}

async function reportAll(world: World, orderId: string, from: number): Promise<void> {
  const { factory, buyer } = world.people;
  const { stages } = await buyer.ask(orders.getOrder, { params: { orderId } });
  for (const { position, key, state } of stages) {
    if (position < from || state === "done" || state === "skipped" || key === "quality" || key === "packing" || key === "handover") continue;
    await factory.ask(production.reportStage, { params: { orderId, position }, body: { percent: 100, note: "Finished on the line." } });
  }
}

export const reporting: Step = {
  name: "The floor reports with a photo; the buyer and the tracking link see it",
  run: async (world) => {
    const { factory, buyer, otherBuyer, otherSupplier, nobody } = world.people;
    const orderId = needed(world, "orderId");
    const params = { orderId };
    const position = 1;
    const uploadId = await photo(factory, orderId);
    const body = { percent: 60, note: "Pattern cut, first sample on the table.", photos: [uploadId] };
    await refused(buyer, production.reportStage, { params: { orderId, position }, body: { percent: 60 }, status: 403 });
    await refused(otherSupplier, production.reportStage, { params: { orderId, position }, body: { percent: 60 }, status: 404 });
    const reported = performance.now();
    await factory.ask(production.reportStage, { params: { orderId, position }, body });
    const seen = await buyer.ask(production.getOrderProgress, { params });
    const link = seen.updates[0]?.photos[0] ?? "";
    const image = await fetch(link);
    holds(image.ok && (image.headers.get("content-type") ?? "").startsWith("image/"), "the buyer sees the photo");
    const seconds = ((performance.now() - reported) / 1000).toFixed(1);
    await refused(factory, production.reportStage, { params: { orderId, position }, body: { percent: 40 }, status: 400, code: "stage.falls" });
    await refused(otherBuyer, production.getOrderProgress, { params, status: 404 });
    const { contact } = await buyer.ask(orders.getOrderContact, { params });
    holds(contact?.companyName.startsWith("Meghna") === true && contact.phone.startsWith("+880"), "the buyer knows whom to ring at the factory");
    await refused(otherBuyer, orders.getOrderContact, { params, status: 404 });
    await refused(factory, orders.getOrderContact, { params, status: 403 });
    const { orderNumber, token } = await buyer.ask(orders.shareTracking, { params });
    const tracked = await nobody.ask(orders.trackOrder, { params: { orderNumber } }, { credentials: { "x-tracking-token": token } });
    const text = JSON.stringify(tracked);
    holds(
      !/"(price|total|amount|currency|supplierName|ownerId|orderId)"/.test(text) && !text.includes("Meghna"),
      "the tracking link shows no price and no name",
    );
    const bad = { credentials: { "x-tracking-token": `${token.slice(0, -2)}zz` } };
    const [wrongToken, unknown] = await Promise.all([
      nobody.attempt(orders.trackOrder, { params: { orderNumber } }, bad),
      nobody.attempt(orders.trackOrder, { params: { orderNumber: "SO-2020-000000" } }, bad),
    ]);
    holds(wrongToken.status === 404 && unknown.status === 404, "a wrong secret answers as an unknown order does");
    Object.assign(world.made, { trackingToken: token, uploadId });
    return [
      `the buyer saw the photo ${seconds} s after the report`,
      "percent falling without a note: 400",
      "buyer reporting: 403; strangers: 404",
      "tracking without price or name; a wrong secret like an unknown order: 404",
    ];
  },
};

export const sample: Step = {
  name: "The buyer approves the sample; the floor makes the bulk; the inspection fails once and then passes",
  run: async (world) => {
    const { factory, buyer, supplier, otherBuyer } = world.people;
    const orderId = needed(world, "orderId");
    const params = { orderId };
    await refused(buyer, production.approveSample, { params, status: 409, code: "sample.not_ready" });
    await refused(factory, production.reportStage, {
      params: { orderId, position: 2 },
      body: { percent: 10 },
      status: 409,
      code: "stage.sample_first",
    });
    await factory.ask(production.reportStage, { params: { orderId, position: 1 }, body: { percent: 100 } });
    await refused(factory, production.approveSample, { params, status: 403 });
    await refused(otherBuyer, production.approveSample, { params, status: 404 });
    await buyer.ask(production.approveSample, { params });
    await refused(supplier, production.finishProduction, { params, status: 409, code: "stage.unfinished" });
    await reportAll(world, orderId, 2);
    await supplier.ask(production.finishProduction, { params });
    await refused(buyer, production.inspectOrder, { params, body: { findings: [] }, status: 403 });
    const failed = await supplier.ask(production.inspectOrder, {
      params,
      body: {
        findings: [
          { type: "sharp", class: "critical", count: 1, photos: [await photo(factory, orderId)] },
          { type: "loose-thread", class: "minor", count: 2 },
        ],
        note: "A needle was found.",
      },
    });
    holds(failed.status === "in_production", "a failed inspection sends the goods back");
    await supplier.ask(production.finishProduction, { params });
    const passed = await supplier.ask(production.inspectOrder, { params, body: { findings: [] } });
    holds(passed.status === "ready", "the second inspection passes");
    const { inspections } = await buyer.ask(production.getOrderProgress, { params });
    holds(inspections.length === 2, "the buyer sees both inspections");
    await letter(world, buyer.email, /passed inspection/);
    return [
      "bulk before the sample is approved: 409",
      "a critical defect fails the lot, the second inspection passes",
      "both verdicts are on the buyer's page",
    ];
  },
};
