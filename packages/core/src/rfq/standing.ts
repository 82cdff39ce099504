import { familyOf } from "../garment/model.ts";
import type { Family } from "../garment/model.ts";
import { type Money, times } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import { finalPrice } from "../product/rules.ts";
import { holdUp, standingBid } from "./rules.ts";
import * as store from "./store.ts";

type Named = { readonly rfqId: string; readonly supplierId: string };

/** A bid that can be awarded now: what it would cost the buyer, and until when. */
export type Awardable = {
  readonly ownerId: string;
  readonly title: string;
  readonly family: Family;
  readonly amount: Money;
  readonly round: number;
  readonly until: string;
  readonly isDemo?: true;
};

/** What a supplier's standing bid would cost the buyer; undefined while it can not be awarded. */
export async function awardable({ rfqId, supplierId }: Named): Promise<Awardable | undefined> {
  const whole = await store.find(rfqId);
  const party = whole?.parties.find((one) => one.supplierId === supplierId);
  const standing = party && standingBid(party);
  if (!whole || whole.rfq.status !== "open" || !party || !standing || holdUp(party, nowIso())) return undefined;
  const { rfq, brief } = whole;
  return {
    ownerId: rfq.ownerId,
    title: rfq.title,
    family: familyOf(brief.garmentType),
    amount: times(finalPrice(standing.said.unitPrice, rfq.feeBps), brief.quantity),
    round: standing.round,
    until: standing.said.until,
    ...(rfq.isDemo ? { isDemo: true } : {}),
  };
}

/** Which of the named bids still stand, by request and supplier; one request. */
export async function standingRounds(sides: readonly Named[]): Promise<ReadonlyMap<string, number>> {
  const parties = await store.openSides(sides);
  return new Map(
    parties.flatMap((party) => {
      const standing = standingBid(party);
      return standing && holdUp(party, nowIso()) === undefined ? [[`${party.rfqId} ${party.supplierId}`, standing.round] as const] : [];
    }),
  );
}
