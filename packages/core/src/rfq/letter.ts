import { times } from "../kernel/money.ts";
import { finalPrice } from "../product/rules.ts";
import * as store from "./store.ts";

/** What somebody hears of a request, and which organisation that is; prices are the reader's own. */
export type Letter = { readonly to: string; readonly title: string; readonly quantity: number; readonly facts: Readonly<Record<string, unknown>> };

/** The buyer hears of a bid at what they would pay, or of a supplier's no; undefined when the request has gone. */
export async function letterOf(
  rfqId: string,
  supplierId: string,
  round?: number,
): Promise<{ readonly buyer: Letter; readonly supplier: Letter } | undefined> {
  const whole = await store.find(rfqId);
  const party = whole?.parties.find((one) => one.supplierId === supplierId);
  if (!whole || !party) return undefined;
  const { ownerId, feeBps } = whole.rfq;
  const { title, quantity, supplierName } = party;
  const said = round === undefined ? undefined : party.rounds[round - 1];
  const offer = (share: number | undefined) => {
    if (!said) return {};
    const unitPrice = share === undefined ? said.unitPrice : finalPrice(said.unitPrice, share);
    return { offer: { unitPrice, total: times(unitPrice, quantity), leadDays: said.leadDays, validUntilOn: said.until.slice(0, 10) } };
  };
  return {
    buyer: { to: ownerId, title, quantity, facts: { from: supplierName, ...offer(feeBps) } },
    supplier: { to: supplierId, title, quantity, facts: { from: "The buyer", ...offer(undefined) } },
  };
}

/** Every invited supplier, each with where it stands. */
export async function lettersOf(
  rfqId: string,
): Promise<
  readonly { readonly to: string; readonly title: string; readonly quantity: number; readonly respondOn: string; readonly state: string }[]
> {
  const whole = await store.find(rfqId);
  return (whole?.parties ?? []).map(({ supplierId, title, quantity, respondBy, state }) => ({
    to: supplierId,
    title,
    quantity,
    respondOn: respondBy.slice(0, 10),
    state,
  }));
}
