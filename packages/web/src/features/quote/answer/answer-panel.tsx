import type { QuoteView } from "@sleekapp/core/quote/view";
import type { ReactNode } from "react";
import { useMe } from "../../../lib/me.ts";
import { ButtonLink, Link } from "../../../ui/button.tsx";
import { Note } from "../../../ui/feedback.tsx";
import { Panel } from "../../../ui/page-header.tsx";
import { DateOn } from "../../../ui/value.tsx";
import { hasExpired } from "../quote-status.tsx";
import { ChangeBrief, PriceAgain } from "../requote.tsx";
import { AcceptForm } from "./accept-form.tsx";
import { DeclineQuote } from "./decline-quote.tsx";

type AnswerPanelProps = { readonly quote: QuoteView; readonly onReread: () => void };

/** What can be answered to a quote, or why it cannot any more. */
export function AnswerPanel({ quote, onReread }: AnswerPanelProps) {
  const { data: me } = useMe();
  if (quote.status === "accepted") return <Accepted quote={quote} />;
  if (quote.status === "declined") return <Declined reason={quote.declineReason} />;
  if (quote.status === "superseded") return <Closed title="A newer quote replaced this one">It is kept as it was.</Closed>;
  if (hasExpired(quote)) return <Expired quote={quote} mayAct={me?.memberKind !== "viewer"} />;
  if (quote.status === "in_review") {
    return <Note tone="waiting">We are looking at this quote by hand. You get a mail when it can be accepted.</Note>;
  }
  if (me?.memberKind === "viewer") return <Note>Your seat may read quotes. An owner or member of your organisation accepts them.</Note>;
  return (
    <Panel title="Accept this quote">
      <div className="flex flex-col gap-4">
        <AcceptForm quote={quote} onReread={onReread} />
        {quote.isOffered ? null : <ChangeBrief quote={quote} />}
        <DeclineQuote quoteId={quote.quoteId} />
      </div>
    </Panel>
  );
}

const Declined = ({ reason = "It is kept as it was. A new one can be had at any time." }: { readonly reason: string | undefined }) => (
  <Closed title="This quote was declined">{reason}</Closed>
);

/** What the book asked is priced again; what a supplier offered is asked for again. */
function Expired({ quote, mayAct }: { readonly quote: QuoteView; readonly mayAct: boolean }) {
  const held = (
    <>
      It held until <DateOn on={quote.validUntil.slice(0, 10)} />. Cloth and work cost something else by now, so it cannot be accepted.
    </>
  );
  if (quote.isOffered || !mayAct) return <Closed title="This price has expired">{held}</Closed>;
  return (
    <Note tone="late">
      <p className="font-medium">This price has expired</p>
      <p className="mt-1 mb-3 text-ink-2">{held}</p>
      <PriceAgain quote={quote} />
    </Note>
  );
}

const Closed = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Note tone="late">
    <p className="font-medium">{title}</p>
    <p className="mt-1 text-ink-2">{children}</p>
    <ButtonLink to="/quote" className="mt-3">
      Ask for a new quote
    </ButtonLink>
  </Note>
);

const Accepted = ({ quote: { orderId, orderNumber } }: { readonly quote: QuoteView }) => (
  <Note tone="done">
    <p className="font-medium">Accepted</p>
    <p className="mt-1 text-ink-2">This quote became an order and stays as it was accepted.</p>
    {orderId ? (
      <p className="tnum mt-2">
        <Link to={`/app/orders/${orderId}`}>Order {orderNumber}</Link>
      </p>
    ) : null}
  </Note>
);
