import type { PartyView, RfqView } from "@sleekapp/core/rfq/view";
import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { Status } from "../../ui/status.tsx";
import { Amount, DateOn } from "../../ui/value.tsx";
import { PartyStatus } from "./rfq-status.tsx";

type Row = { readonly label: string; readonly cell: (party: PartyView) => ReactNode };

const none = "–";
const marked = (isBest: boolean, word: string) => (isBest ? <Status tone="done">{word}</Status> : null);

const breaksOf = ({ bid }: PartyView): ReactNode =>
  bid ? (
    <ul>
      {bid.breaks.map(({ from, unitPrice }) => (
        <li key={from}>
          from {formatCount(from)}: <Amount money={unitPrice} />
        </li>
      ))}
    </ul>
  ) : (
    none
  );

const rows: readonly Row[] = [
  { label: "Where it stands", cell: (party) => <PartyStatus party={party} reader="buyer" /> },
  {
    label: "A piece",
    cell: ({ bid, isLowest }) =>
      bid ? (
        <>
          <Amount money={bid.unitPrice} strong /> {marked(isLowest, "Lowest price")}
        </>
      ) : (
        none
      ),
  },
  { label: "In all", cell: ({ bid }) => (bid ? <Amount money={bid.total} /> : none) },
  {
    label: "Ready after",
    cell: ({ bid, isFastest }) =>
      bid ? (
        <>
          {formatCount(bid.leadDays)} days {marked(isFastest, "Fastest")}
        </>
      ) : (
        none
      ),
  },
  { label: "By quantity", cell: breaksOf },
  { label: "Smallest run", cell: ({ bid }) => (bid ? `${formatCount(bid.moq)} pieces` : none) },
  {
    label: "Valid until",
    cell: ({ bid }) =>
      bid ? (
        <>
          <DateOn on={bid.validUntilOn} /> {bid.isExpired ? <Status tone="late">Expired</Status> : null}
        </>
      ) : (
        none
      ),
  },
  {
    label: "Sample",
    cell: ({ bid }) =>
      bid?.sample ? (
        <>
          <Amount money={bid.sample.price} /> in {formatCount(bid.sample.days)} days
        </>
      ) : (
        none
      ),
  },
  { label: "Notes", cell: ({ bid }) => <span className="wrap-anywhere whitespace-pre-line">{bid?.notes ?? none}</span> },
  {
    label: "Your counter-offer",
    cell: ({ counter }) => (counter ? <Amount money={counter.unitPrice} /> : none),
  },
];

/** Who bids first, cheapest first; then who has not. */
const byPrice = (a: PartyView, b: PartyView): number =>
  (a.bid?.total.amount ?? Number.MAX_SAFE_INTEGER) - (b.bid?.total.amount ?? Number.MAX_SAFE_INTEGER) || (a.supplierName < b.supplierName ? -1 : 1);

type TableProps = { readonly rfq: RfqView; readonly actions: (party: PartyView) => ReactNode };

/** Every bid side by side at what the buyer would pay, the lowest and the fastest marked in words. */
export function BidTable({ rfq: { parties }, actions }: TableProps) {
  const sorted = parties.toSorted(byPrice);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Bids, scrolls sideways">
      <table className="tnum w-full">
        <caption className="sr-only">Bids side by side</caption>
        <thead>
          <tr className="border-b border-line align-top">
            <td className="w-32 px-4 py-3 sm:px-5" />
            {sorted.map(({ supplierId, supplierName }) => (
              <th key={supplierId} scope="col" className="min-w-44 py-3 pr-4 text-left font-medium">
                {supplierName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, { label: "Answer", cell: actions }].map((row) => (
            <tr key={row.label} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-4 py-2.5 text-left font-normal text-ink-2 sm:px-5">
                {row.label}
              </th>
              {sorted.map((party) => (
                <td key={party.supplierId} className="py-2.5 pr-4">
                  <span className="flex flex-wrap items-center gap-2">{row.cell(party)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
