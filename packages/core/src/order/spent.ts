import type { Member } from "../kernel/actor.ts";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Sums } from "../spending/model.ts";
import { counted } from "../spending/rules.ts";
import { giveBack } from "../spending/take.ts";
import * as store from "./store.ts";

/** Orders of which the terms are read in one request. */
const TOGETHER = 100;

/** What a person ordered for their organisation in a month (`2026-11`) and did not give up: read of the orders themselves, for the first count of a month. */
export async function orderedBy({ orgId, userId }: Member, month: string): Promise<Sums> {
  const orders = (await store.listSince(orgId, month)).filter(({ createdAt, status }) => createdAt.startsWith(month) && status !== "cancelled");
  const groups = Array.from({ length: Math.ceil(orders.length / TOGETHER) }, (_, at) => orders.slice(at * TOGETHER, (at + 1) * TOGETHER));
  let sums: Sums = {};
  for (const group of groups) {
    const terms = await store.findTermsOf(group.map(({ orderId }) => orderId));
    for (const { orderId, family } of group) {
      const found = terms.get(orderId);
      if (found?.acceptedBy === userId) sums = counted(sums, { amount: found.total, family, at: found.acceptedAt });
    }
  }
  return sums;
}

/** An order that is given up before it is paid goes back to what its buyer may order; nothing for one that was never counted. */
export async function givenUpWrites({ orderId, isCounted, family, ownerId }: store.Info): Promise<readonly TransactWriteItem[]> {
  if (!isCounted) return [];
  const terms = await store.findTerms(orderId);
  if (!terms) return [];
  const month = { orgId: ownerId, month: terms.acceptedAt.slice(0, 7), userId: terms.acceptedBy };
  return giveBack({ month, purchase: { amount: terms.total, family, at: terms.acceptedAt } });
}
