import * as Invoice from "@sleekapp/core/invoice";
import { isKind } from "@sleekapp/core/kernel/error";
import type { Actor, Member } from "@sleekapp/core/kernel/actor";
import { type Money, usd } from "@sleekapp/core/kernel/money";
import * as Order from "@sleekapp/core/order";
import { inspect } from "@sleekapp/core/order/inspect";
import * as Offer from "@sleekapp/core/order/offer";
import * as Progress from "@sleekapp/core/order/progress";
import * as Ship from "@sleekapp/core/order/ship";
import * as Payment from "@sleekapp/core/payment";
import { settle } from "@sleekapp/core/payment/settle";
import * as Quote from "@sleekapp/core/quote";
import * as Rating from "@sleekapp/core/rating";
import * as Terms from "@sleekapp/core/terms";
import type { OrderData } from "./data/orders/index.ts";
import { buyers } from "./data/people.ts";
import { payIntent } from "./card.ts";
import { stageDrawing } from "./drawings/index.ts";
import { type Draw, sendPicture, widths } from "./pictures.ts";
import type { Deed, Report } from "./story.ts";
import { as, type Cast, memberOf, system } from "./world.ts";

export type Scene = { readonly cast: Cast; readonly admin: Actor; readonly draw: Draw; readonly stripeUrl: string };

/** An order while its story is told; what is not known yet is empty. */
export type Subject = { readonly data: OrderData; quoteId: string; orderId: string; total: Money };

type When = { readonly at: Date; readonly isReplay: boolean };
type Doing = { readonly scene: Scene; readonly subject: Subject; readonly when: When };

const buyerOf = ({ scene, subject }: Doing): Member => memberOf(scene.cast, subject.data.buyer);
const supplierOf = ({ scene, subject }: Doing): Member => memberOf(scene.cast, subject.data.supplier);
/** The floor reports where the factory has a seat for it, else the office does. */
const floorOf = ({ scene, subject }: Doing): Member =>
  scene.cast.get(`${subject.data.supplier}:floor`) ?? memberOf(scene.cast, subject.data.supplier);

function addressOf(key: string): Quote.ShippingAddress {
  const buyer = buyers.find((one) => one.key === key);
  if (!buyer) throw new Error(`The demo has no buyer called ${key}`);
  return { name: buyer.owner.name, company: buyer.company, ...buyer.address };
}

async function quote(doing: Doing): Promise<void> {
  const { subject, when } = doing;
  const { quote: made } = await as(buyerOf(doing), when, () => Quote.create({ brief: subject.data.brief }));
  subject.quoteId = made.quoteId;
  subject.total = made.total;
}

async function acceptQuote(doing: Doing): Promise<void> {
  const { subject, when } = doing;
  const agreement = { quoteId: subject.quoteId, revision: 1, shippingAddress: addressOf(subject.data.buyer), termsVersion: Terms.current.version };
  const { orderId } = await as(buyerOf(doing), when, () => Quote.accept(agreement));
  subject.orderId = orderId;
}

/** Issues and sets an invoice as the two queues do; another invoice that takes the number meanwhile makes it try again. */
async function invoice({ subject: { orderId }, when }: Doing, purpose: "deposit" | "balance"): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await as(system("queue:issue-invoice"), when, () => Invoice.issue({ orderId, purpose }));
      break;
    } catch (error) {
      if (!isKind(error, "unavailable") || tries === 5) throw error;
    }
  }
  await as(system("queue:render-invoice"), when, () => Invoice.render({ orderId, purpose }));
}

/** Pays by card at the provider, and books what the provider says, as the payment worker does. */
async function pay(doing: Doing, purpose: "deposit" | "balance"): Promise<void> {
  const { scene, subject, when } = doing;
  const { orderId } = subject;
  const buyer = buyerOf(doing);
  await as(buyer, when, () => Payment.open({ orderId, purpose }));
  const { clientSecret } = await as(buyer, when, () => Payment.get({ orderId, purpose }));
  if (!clientSecret) throw new Error(`The ${purpose} of ${orderId} cannot be paid`);
  const intentId = await payIntent(scene.stripeUrl, clientSecret);
  await as(system("queue:apply-payment"), when, () => settle({ intentId }));
}

/** The supplier's own price: two thirds of what the buyer pays, in whole dollars. */
const supplierPrice = (total: Money): Money => usd(Math.round((total.amount * 0.66) / 100) * 100);

async function offer({ scene, subject, when }: Doing, key: string): Promise<void> {
  const supplierId = memberOf(scene.cast, key).orgId;
  await as(scene.admin, when, () => Offer.offer({ orderId: subject.orderId, supplierId, price: supplierPrice(subject.total) }));
}

async function decline(
  { scene, subject, when }: Doing,
  { supplier, reason = "" }: { readonly supplier: string; readonly reason?: string },
): Promise<void> {
  await as(memberOf(scene.cast, supplier), when, () => Offer.decline({ orderId: subject.orderId, reason }));
}

const pictured: ReadonlySet<string> = new Set(["sample", "cutting", "knitting", "sewing", "packing"]);

/** One drawing for each stage worth showing: at its latest report. */
const wantsPhoto = ({ subject: { data } }: Doing, { stage, percent }: Report): boolean =>
  data.withPhotos === true && pictured.has(stage.key) && (percent === 100 || data.progress?.stage === stage.key);

async function report(doing: Doing, { stage, percent, note, ...rest }: Report): Promise<void> {
  const { scene, subject, when } = doing;
  const { orderId, data } = subject;
  const floor = floorOf(doing);
  const photos: string[] = [];
  if (wantsPhoto(doing, { stage, percent, ...rest })) {
    // Asked for today: a slot as old as its report would be swept before its photo is there.
    const slot = await as(floor, { ...when, at: new Date() }, () => Progress.askPhoto({ orderId, type: "image/png" }));
    photos.push(await sendPicture(floor, orderId, { slot, bytes: await scene.draw(stageDrawing(stage.key, data.colour), widths.floor) }));
  }
  await as(floor, when, () => Progress.report({ orderId, position: stage.position, percent, photos, ...(note ? { note } : {}) }));
}

const carriers = ["Meridian Air Cargo", "Bengal Ocean Lines", "Northstar Express"] as const;

async function ship(doing: Doing): Promise<void> {
  const { subject, when } = doing;
  const { orderId } = subject;
  const carrier = carriers[orderId.charCodeAt(orderId.length - 1) % carriers.length] ?? carriers[0];
  await as(supplierOf(doing), when, () => Ship.ship({ orderId, carrier, trackingNumber: `DEMO${orderId.slice(-8).toUpperCase()}` }));
}

async function look(doing: Doing, passes: boolean): Promise<void> {
  const { subject, when } = doing;
  const found = passes
    ? { findings: [{ type: "loose-thread", class: "minor", count: 1 } as const], note: "Loose threads on one piece, trimmed on the spot." }
    : {
        findings: [{ type: "skipped-stitch", class: "major", count: 14 } as const, { type: "loose-thread", class: "minor", count: 9 } as const],
        note: "Skipped stitches at the side seam in one size; the whole size goes back to the line.",
      };
  await as(supplierOf(doing), when, () => inspect({ orderId: subject.orderId, ...found }));
}

const praise = [
  "Even seams, right colours, and every box was labelled as we had asked.",
  "A good second order. One size came in a separate box that we had to ask for.",
  "The fabric is heavier than the sample, which we like; delivery was two days early.",
] as const;

/** Confirms that everything is right, and says how it was; the platform reads the words, and the supplier of some orders answers. */
async function complete(doing: Doing): Promise<void> {
  const { scene, subject, when } = doing;
  const { orderId, data } = subject;
  await as(buyerOf(doing), when, () => Ship.complete({ orderId }));
  const at = data.brief.quantity % praise.length;
  const words = praise[at] ?? praise[0];
  const scores = { quality: data.failsOnce ? 3 : 5, communication: 5 - at, delivery: 4 };
  await as(buyerOf(doing), when, () => Rating.give({ orderId, scores, words }));
  // One is left to be read, so that the queue has something in it.
  if (data.buyer !== "kestrel") await as(scene.admin, when, () => Rating.show({ orderId }));
  if (at === 1)
    await as(supplierOf(doing), when, () => Rating.reply({ orderId, reply: "Thank you; we pack all sizes of an order together from now on." }));
}

type Simple = Exclude<Deed["what"], "invoice" | "pay" | "offer" | "decline" | "inspect" | "report">;

/** Deeds that need nothing but the order. */
const simple: Readonly<Record<Simple, (doing: Doing) => Promise<unknown>>> = {
  quote,
  "accept quote": acceptQuote,
  "accept offer": (doing) => as(supplierOf(doing), doing.when, () => Offer.accept({ orderId: doing.subject.orderId })),
  "approve sample": (doing) => as(buyerOf(doing), doing.when, () => Progress.approveSample({ orderId: doing.subject.orderId })),
  finish: (doing) => as(supplierOf(doing), doing.when, () => Progress.finish({ orderId: doing.subject.orderId })),
  ship,
  deliver: (doing) => as(buyerOf(doing), doing.when, () => Ship.deliver({ orderId: doing.subject.orderId })),
  complete,
  "pay out": (doing) =>
    as(doing.scene.admin, doing.when, () =>
      Payment.payOut({ orderId: doing.subject.orderId, reference: `DEMO-${doing.subject.orderId.slice(-6).toUpperCase()}` }),
    ),
  hold: (doing) => as(doing.scene.admin, doing.when, () => Order.hold({ orderId: doing.subject.orderId, reason: doing.subject.data.hold ?? "" })),
  cancel: (doing) => as(buyerOf(doing), doing.when, () => Order.cancel({ orderId: doing.subject.orderId })),
};

/** Does one thing of an order's story with the product's own action, as whoever does it, at its moment. */
export async function perform(doing: Doing, deed: Deed): Promise<void> {
  switch (deed.what) {
    case "invoice":
      return invoice(doing, deed.purpose);
    case "pay":
      return pay(doing, deed.purpose);
    case "offer":
      return offer(doing, deed.supplier);
    case "decline":
      return decline(doing, deed);
    case "inspect":
      return look(doing, deed.passes);
    case "report":
      return report(doing, deed);
    default:
      await simple[deed.what](doing);
  }
}
