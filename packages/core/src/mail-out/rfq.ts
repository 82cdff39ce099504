import * as z from "zod";
import * as Rfq from "../rfq/index.ts";
import { appUrl, type MailBuilder, type MailRequest, toOrg } from "./compose.ts";

const Said = z.object({ rfqId: z.string(), supplierId: z.string(), round: z.number().optional() });
const OfAll = z.object({ rfqId: z.string() });

type Kind = "invited" | "bid" | "countered" | "passed" | "lost" | "won" | "cancelled";
type Told = { readonly title: string; readonly quantity: number };

type News = Told & { readonly rfqId: string; readonly kind: Kind; readonly facts?: Readonly<Record<string, unknown>> };

const newsOf = ({ rfqId, kind, title, quantity, facts = {} }: News) => ({
  template: "rfq-news",
  data: { kind, product: title, quantity, ...facts, url: appUrl(`/app/quotes/${rfqId}`) },
});

const invitationTo = (rfqId: string, { title, quantity, respondOn }: Told & { readonly respondOn: string }) =>
  newsOf({ rfqId, kind: "invited", title, quantity, facts: { respondOn } });

/** Every invited supplier hears what is wanted and until when. */
export const requestOpened: MailBuilder = async ({ data }) => {
  const { rfqId } = OfAll.parse(data);
  const letters = await Rfq.lettersOf(rfqId);
  return (await Promise.all(letters.map((letter) => toOrg(letter.to, invitationTo(rfqId, letter))))).flat();
};

/** A supplier that was asked later hears the same. */
export const supplierInvited: MailBuilder = async ({ data }) => {
  const { rfqId, supplierId } = Said.parse(data);
  const letter = (await Rfq.lettersOf(rfqId)).find(({ to }) => to === supplierId);
  return letter ? toOrg(letter.to, invitationTo(rfqId, letter)) : [];
};

const heardBy =
  (reader: "buyer" | "supplier", kind: Kind): MailBuilder =>
  async ({ data }) => {
    const { rfqId, supplierId, round } = Said.parse(data);
    const letter = (await Rfq.letterOf(rfqId, supplierId, round))?.[reader];
    return letter ? toOrg(letter.to, newsOf({ rfqId, kind, ...letter })) : [];
  };

/** The buyer hears of a bid, at what they would pay, and of a supplier that makes none. */
export const bidMade = heardBy("buyer", "bid");
export const bidPassed = heardBy("buyer", "passed");
/** The supplier hears of a counter-offer, at its own price. */
export const bidCountered = heardBy("supplier", "countered");

const outcomes: Readonly<Record<string, Kind>> = { awarded: "won", lost: "lost", closed: "cancelled" };

/** Everybody who was invited hears how it ended for them: nobody learns who won, or at what price. */
export const requestDecided: MailBuilder = async ({ data }): Promise<readonly MailRequest[]> => {
  const { rfqId } = OfAll.parse(data);
  const letters = await Rfq.lettersOf(rfqId);
  const told = letters.flatMap((letter) => {
    const kind = outcomes[letter.state];
    return kind ? [toOrg(letter.to, newsOf({ rfqId, kind, title: letter.title, quantity: letter.quantity }))] : [];
  });
  return (await Promise.all(told)).flat();
};
