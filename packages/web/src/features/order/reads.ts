import { listClaims } from "@sleekapp/contracts/claim";
import { getPaymentPlan, getLedger } from "@sleekapp/contracts/money";
import { getMyOffer, getOrder, getOrderLog, listCandidates, listOrders } from "@sleekapp/contracts/order";
import { getOrderProgress } from "@sleekapp/contracts/production";
import type { Output } from "../../lib/api.ts";

/** The order page's answer, as its reader may see it. */
export type Order = Output<typeof getOrder>;
export type OrderCard = Output<typeof listOrders>["items"][number];

/** What is out of date after any command on an order. */
export const orderReads = [
  getOrder,
  listClaims,
  getOrderProgress,
  getOrderLog,
  getPaymentPlan,
  getLedger,
  getMyOffer,
  listCandidates,
  listOrders,
] as const;
