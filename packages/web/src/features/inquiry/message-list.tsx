import type { InquiryView, MessageView, OfferView, Viewer } from "@sleekapp/core/inquiry/view";
import { clsx } from "clsx";
import { formatCount } from "../../lib/money.ts";
import { Status } from "../../ui/status.tsx";
import { Amount, DateOn, Facts, TimeAt } from "../../ui/value.tsx";

/** Who said it, in the reader's words; of a buyer nobody learns a name. */
function nameOf({ side }: MessageView, viewer: Viewer, supplierName: string): string {
  if (side === viewer) return "You";
  return side === "supplier" ? supplierName : "The buyer";
}

function OfferFacts({ offer, viewer }: { readonly offer: OfferView; readonly viewer: Viewer }) {
  const { quantity, unitPrice, total, leadDays, validUntilOn, isCurrent, isExpired } = offer;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        Offer for {formatCount(quantity)} pieces
        {isCurrent ? null : <Status tone="neutral">Replaced</Status>}
        {isCurrent && isExpired ? <Status tone="late">Expired</Status> : null}
      </p>
      <Facts
        className="tnum"
        facts={[
          { label: viewer === "supplier" ? "Your price a piece" : "A piece", value: <Amount money={unitPrice} strong /> },
          { label: "In all", value: <Amount money={total} /> },
          { label: "Ready after", value: `${formatCount(leadDays)} days` },
          { label: "Valid until", value: <DateOn on={validUntilOn} /> },
        ]}
      />
    </div>
  );
}

/** What both sides said, first things first; one's own stands to the right. */
export const MessageList = ({ inquiry: { messages, viewer, supplierName } }: { readonly inquiry: InquiryView }) => (
  <ol aria-label="Messages" className="flex flex-col gap-4">
    {messages.map((message) => (
      <li
        key={message.messageId}
        className={clsx(
          "flex w-fit max-w-[min(36rem,92%)] min-w-0 flex-col gap-2 rounded-panel border border-line px-4 py-3",
          message.side === viewer ? "self-end bg-indigo-soft" : "self-start bg-surface",
        )}
      >
        <p className="flex flex-wrap gap-x-3 text-small text-ink-2">
          <span className="font-medium">{nameOf(message, viewer, supplierName)}</span>
          <TimeAt at={message.at} />
        </p>
        {message.offer ? <OfferFacts offer={message.offer} viewer={viewer} /> : null}
        {message.text === undefined ? null : <p className="measure whitespace-pre-line wrap-anywhere">{message.text}</p>}
      </li>
    ))}
  </ol>
);
