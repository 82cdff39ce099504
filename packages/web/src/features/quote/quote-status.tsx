import type { Status as QuoteState } from "@sleekapp/core/quote/model";
import type { QuoteCard } from "@sleekapp/core/quote/view";
import { Status, type Tone } from "../../ui/status.tsx";
import { DateOn } from "../../ui/value.tsx";

const states: Readonly<Record<QuoteState, readonly [Tone, string]>> = {
  priced: ["waiting", "Open"],
  in_review: ["info", "Being reviewed"],
  sent: ["waiting", "Open"],
  accepted: ["done", "Accepted"],
  declined: ["neutral", "Declined"],
  superseded: ["neutral", "Replaced"],
};

/** A quote's name in mails, titles and lists; several quotes may have the same title. */
export const referenceOf = ({ quoteId }: Pick<QuoteCard, "quoteId">): string => quoteId.slice(-8).toUpperCase();

type Shown = Pick<QuoteCard, "status" | "isExpired" | "validUntil">;

const mayExpire = (status: QuoteState): boolean => status === "priced" || status === "in_review" || status === "sent";

/** True when the price does not hold any more; what was answered in time does not expire. */
export const hasExpired = ({ status, isExpired }: Pick<QuoteCard, "status" | "isExpired">): boolean => isExpired && mayExpire(status);

/** Where a quote stands, in colour, shape and word. */
export function QuoteStatus({ quote }: { readonly quote: Shown }) {
  const [tone, word] = hasExpired(quote) ? (["late", "Expired"] as const) : states[quote.status];
  return <Status tone={tone}>{word}</Status>;
}

/** Until when the price holds, or since when it does not; the last day counts. */
export function Validity({ quote }: { readonly quote: Shown }) {
  const day = <DateOn on={quote.validUntil.slice(0, 10)} />;
  if (!mayExpire(quote.status)) return <span className="text-ink-3">Answered</span>;
  return quote.isExpired ? <span className="text-madder">Ended {day}</span> : <span>Until {day}</span>;
}
