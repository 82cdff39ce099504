import type { Side } from "@sleekapp/core/rfq/model";
import type { RoundView } from "@sleekapp/core/rfq/view";
import { formatCount } from "../../lib/money.ts";
import { Amount, TimeAt } from "../../ui/value.tsx";

const words: Readonly<Record<Side, Readonly<Record<Side, string>>>> = {
  buyer: { buyer: "Your counter-offer", supplier: "Bid" },
  supplier: { buyer: "The buyer's counter-offer", supplier: "Your bid" },
};

/** Everything that was said between a buyer and one supplier, first things first, at the reader's own prices. */
export const Rounds = ({ rounds, reader, label }: { readonly rounds: readonly RoundView[]; readonly reader: Side; readonly label: string }) => (
  <ol aria-label={label} className="flex flex-col">
    {rounds.map(({ round, side, unitPrice, leadDays, note, at }) => (
      <li key={round} className="flex flex-col gap-1 border-b border-line py-2.5 last:border-b-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">
            {round}. {words[reader][side]}
          </span>
          <span className="text-small text-ink-3">
            <TimeAt at={at} />
          </span>
        </p>
        <p className="tnum text-ink-2">
          <Amount money={unitPrice} /> a piece, ready after {formatCount(leadDays)} days
        </p>
        {note === undefined ? null : <p className="measure whitespace-pre-line wrap-anywhere">{note}</p>}
      </li>
    ))}
  </ol>
);
