import { id } from "@sleekapp/core/kernel/id";
import { Money } from "@sleekapp/core/kernel/money";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { Status } from "@sleekapp/core/order/model";
import { ContactView, LogEntry, OrderCard, OrderView, TrackingView } from "@sleekapp/core/order/view";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, anyMember, route } from "./route.ts";

const params = z.strictObject({ orderId: id("order") });
const moved = z.strictObject({ orderId: z.string(), status: Status });

export const listOrders = route({
  operationId: "listOrders",
  lambda: "order",
  method: "GET",
  path: "/v1/orders",
  summary: "Orders the caller works with, newest first: a buyer's own, a supplier's offers and orders, all of a status or month for admins",
  auth: "member",
  who: anyMember,
  query: PageQuery.extend({
    status: Status.optional(),
    lane: z.enum(["open", "order"]).optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
  }),
  response: pageOf(OrderCard),
});

export const getOrder = route({
  operationId: "getOrder",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}",
  summary: "One order as its party sees it, with stages and shipment; never a price",
  auth: "member",
  who: anyMember,
  params,
  response: OrderView,
});

export const getOrderLog = route({
  operationId: "getOrderLog",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/log",
  summary: "Every change of the order that concerns the caller, with actor and time",
  auth: "member",
  who: anyMember,
  params,
  response: z.strictObject({ items: z.array(LogEntry) }),
});

export const getOrderContact = route({
  operationId: "getOrderContact",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/contact",
  summary: "Whom to ring at the company that makes the order, once it has accepted",
  auth: "member",
  who: [...anyBuyer, "admin"],
  params,
  response: ContactView,
});

export const cancelOrder = route({
  operationId: "cancelOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/cancel",
  summary: "Gives up an order before anything is paid",
  auth: "member",
  who: [...actingBuyer, "admin"],
  params,
  response: moved,
});

export const holdOrder = route({
  operationId: "holdOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/hold",
  summary: "Stops the clock of an order with a reason its parties see",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  response: moved,
});

export const resumeOrder = route({
  operationId: "resumeOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/resume",
  summary: "Lets a held order go on where it was",
  auth: "member",
  who: ["admin"],
  params,
  response: moved,
});

const Reason = z.strictObject({ factor: z.string(), scoreBps: z.int(), text: z.string() });

export const listCandidates = route({
  operationId: "listCandidates",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/candidates",
  summary: "Suppliers for an order, best first, with the reasons of each score and what blocks the others",
  auth: "member",
  who: ["admin"],
  params,
  response: z.strictObject({
    buyerTotal: Money,
    margin: z.strictObject({ amount: z.int(), bps: z.int() }).optional(),
    offers: z.array(
      z.strictObject({
        supplierId: z.string(),
        price: Money,
        state: z.string(),
        answerBy: z.string(),
        reason: z.string().optional(),
        counterPrice: Money.optional(),
        counterNote: z.string().optional(),
      }),
    ),
    candidates: z.array(
      z.strictObject({ supplierId: z.string(), name: z.string(), scoreBps: z.int(), reasons: z.array(Reason), blocked: z.array(z.string()) }),
    ),
  }),
});

export const offerOrder = route({
  operationId: "offerOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/offers",
  summary: "Offers an order to one supplier at that supplier's own price",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ supplierId: id("org"), price: Money }),
  response: moved,
});

export const withdrawOffer = route({
  operationId: "withdrawOffer",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/offers/withdraw",
  summary: "Takes an unanswered offer back",
  auth: "member",
  who: ["admin"],
  params,
  response: moved,
});

export const agreeCounterOffer = route({
  operationId: "agreeCounterOffer",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/offers/agree",
  summary: "Takes the price a supplier asked instead: the offer is made anew at that price",
  auth: "member",
  who: ["admin"],
  params,
  response: moved,
});

export const getMyOffer = route({
  operationId: "getMyOffer",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/offer",
  summary: "A supplier's own offer on an order: its price and its deadline",
  auth: "member",
  who: actingSupplier,
  params,
  response: z.strictObject({ price: Money, state: z.string(), offeredAt: z.string(), answerBy: z.string(), counterPrice: Money.optional() }),
});

export const acceptOffer = route({
  operationId: "acceptOffer",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/offer/accept",
  summary: "Takes the order; the production plan starts and its last day is promised to the buyer",
  auth: "member",
  who: actingSupplier,
  params,
  response: moved.extend({ promisedOn: z.string() }),
});

export const counterOffer = route({
  operationId: "counterOffer",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/offer/counter",
  summary: "Asks another price for an offer, once; it is the platform's turn then",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ price: Money, note: z.string().trim().min(3).max(500).optional() }),
  response: moved,
});

export const declineOffer = route({
  operationId: "declineOffer",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/offer/decline",
  summary: "Declines an offer with a reason",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  response: moved,
});

export const shipOrder = route({
  operationId: "shipOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/ship",
  summary: "The goods leave with carrier and tracking number, once the balance is paid",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params,
  body: z.strictObject({ carrier: z.string().trim().min(2).max(60), trackingNumber: z.string().trim().min(4).max(60) }),
  response: moved,
});

export const deliverOrder = route({
  operationId: "deliverOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/deliver",
  summary: "The goods have arrived",
  auth: "member",
  who: [...actingBuyer, "admin"],
  params,
  response: moved,
});

export const completeOrder = route({
  operationId: "completeOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/complete",
  summary: "Everything is right; revenue and the supplier's cost are booked",
  auth: "member",
  who: [...actingBuyer, "admin"],
  params,
  response: moved,
});

export const shareTracking = route({
  operationId: "shareTracking",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/tracking-link",
  summary: "Makes a link that shows progress to whoever holds it; the secret is told once",
  auth: "member",
  who: [...actingBuyer, "admin"],
  params,
  response: z.strictObject({ orderNumber: z.string(), token: z.string() }),
  status: 201,
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const trackOrder = route({
  operationId: "trackOrder",
  lambda: "order",
  method: "GET",
  path: "/v1/guest/tracking/{orderNumber}",
  summary: "Progress for the holder of a tracking link; no price, no name",
  auth: "guest",
  who: ["link"],
  credentials: ["x-tracking-token"],
  params: z.strictObject({ orderNumber: z.string().trim().min(5).max(30) }),
  response: TrackingView,
  limits: [{ per: "address", max: 120, seconds: 60 }],
});
