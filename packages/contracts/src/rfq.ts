import { id } from "@sleekapp/core/kernel/id";
import { Money } from "@sleekapp/core/kernel/money";
import { PageQuery } from "@sleekapp/core/kernel/page";
import { Brief } from "@sleekapp/core/pricing/model";
import { ShippingAddress } from "@sleekapp/core/quote/model";
import { Bid, CounterHours, RespondDays, Status, Words } from "@sleekapp/core/rfq/model";
import { RequestPage, RequestView, RfqPage, RfqView } from "@sleekapp/core/rfq/view";
import { PoNumber } from "@sleekapp/core/spending/model";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, route } from "./route.ts";

const params = z.strictObject({ rfqId: id("rfq") });
const rfq = { lambda: "quote", auth: "member", params } as const;
const hourly = (max: number) => [{ per: "user", max, seconds: 3_600 }] as const;
const Said = z.strictObject({ rfqId: z.string(), round: z.int() });
const shown = { supplierId: z.string().max(60), round: z.int().min(1) };

export const openRfq = route({
  operationId: "openRfq",
  lambda: "quote",
  method: "POST",
  path: "/v1/rfqs",
  summary:
    "Asks the suppliers that can make a brief for their bids; of the buyer they learn nothing but, where the buyer says so, the files of a quote",
  auth: "member",
  who: actingBuyer,
  body: z.strictObject({ brief: Brief, days: RespondDays.optional(), filesOf: id("quote").optional() }),
  response: z.strictObject({ rfqId: z.string(), invited: z.int() }),
  status: 201,
  limits: [{ per: "user", max: 20, seconds: 86_400 }],
});

export const listRfqs = route({
  operationId: "listRfqs",
  lambda: "quote",
  method: "GET",
  path: "/v1/rfqs",
  summary: "The caller's requests for bids, newest first; for admins those of one status",
  auth: "member",
  who: [...anyBuyer, "admin"],
  query: PageQuery.extend({ status: Status.optional() }),
  response: RfqPage,
});

export const getRfq = route({
  ...rfq,
  operationId: "getRfq",
  method: "GET",
  path: "/v1/rfqs/{rfqId}",
  summary: "One request with every bid at what the buyer would pay",
  who: [...anyBuyer, "admin"],
  response: RfqView,
});

export const inviteToRfq = route({
  ...rfq,
  operationId: "inviteToRfq",
  method: "POST",
  path: "/v1/rfqs/{rfqId}/invitations",
  summary: "Asks one more supplier",
  who: ["admin"],
  body: z.strictObject({ supplierId: z.string().max(60) }),
  response: z.strictObject({ rfqId: z.string(), invited: z.int() }),
  status: 201,
});

export const counterBid = route({
  ...rfq,
  operationId: "counterBid",
  method: "POST",
  path: "/v1/rfqs/{rfqId}/counters",
  summary: "The buyer's counter-offer to the bid that was shown; the supplier reads its own share of it",
  who: actingBuyer,
  body: z.strictObject({ ...shown, unitPrice: Money, leadDays: z.int().min(1).max(365), hours: CounterHours, note: Words.optional() }),
  response: Said,
  status: 201,
  limits: hourly(60),
});

export const awardRfq = route({
  ...rfq,
  operationId: "awardRfq",
  method: "POST",
  path: "/v1/rfqs/{rfqId}/award",
  summary: "Takes the exact bid that was shown: one order, and everybody else's side ends",
  who: actingBuyer,
  body: z.strictObject({ ...shown, shippingAddress: ShippingAddress, termsVersion: z.string().max(20), poNumber: PoNumber.optional() }),
  response: z.strictObject({ rfqId: z.string(), orderId: z.string(), orderNumber: z.string() }),
  status: 201,
});

export const cancelRfq = route({
  ...rfq,
  operationId: "cancelRfq",
  method: "POST",
  path: "/v1/rfqs/{rfqId}/cancel",
  summary: "Calls the request off; every side of it ends",
  who: actingBuyer,
  body: z.strictObject({ version: z.int().min(1) }),
  response: z.strictObject({ rfqId: z.string(), status: Status }),
});

export const listRequests = route({
  operationId: "listRequests",
  lambda: "quote",
  method: "GET",
  path: "/v1/requests",
  summary: "What the caller's company was asked to bid for, what was said last first",
  auth: "member",
  who: actingSupplier,
  query: PageQuery,
  response: RequestPage,
});

export const getRequest = route({
  ...rfq,
  operationId: "getRequest",
  method: "GET",
  path: "/v1/requests/{rfqId}",
  summary: "What is wanted, and the caller's own bid at its own prices",
  who: actingSupplier,
  response: RequestView,
});

export const makeBid = route({
  ...rfq,
  operationId: "makeBid",
  method: "POST",
  path: "/v1/requests/{rfqId}/bids",
  summary: "The supplier's bid, in the place of the one before; after a counter-offer it answers it",
  who: actingSupplier,
  body: Bid,
  response: Said,
  status: 201,
  limits: hourly(60),
});

export const takeCounter = route({
  ...rfq,
  operationId: "takeCounter",
  method: "POST",
  path: "/v1/requests/{rfqId}/counters/take",
  summary: "The supplier takes the buyer's counter-offer as it was shown: its bid from now on",
  who: actingSupplier,
  body: z.strictObject({ round: z.int().min(1) }),
  response: Said,
  status: 201,
});

export const passRequest = route({
  ...rfq,
  operationId: "passRequest",
  method: "POST",
  path: "/v1/requests/{rfqId}/pass",
  summary: "The supplier makes no bid, or takes its bid back",
  who: actingSupplier,
  body: z.strictObject({ rounds: z.int().min(0) }),
  response: z.strictObject({ rfqId: z.string() }),
});
