import { clsx } from "clsx";
import { Fragment, type ReactNode } from "react";
import { formatDate, formatInstant, formatInstantLong, formatShortDate } from "../lib/dates.ts";
import { type Money, formatMoney } from "../lib/money.ts";

/** An amount, always with its currency, in figures that align. */
export const Amount = ({ money, strong = false }: { readonly money: Money; readonly strong?: boolean }) => (
  <span className={clsx("tnum whitespace-nowrap", strong && "font-semibold")}>{formatMoney(money)}</span>
);

/** A price with what it is for: `US$4.20 per piece`. */
export const Price = ({ money, per }: { readonly money: Money; readonly per: string }) => (
  <span className="whitespace-nowrap">
    <span className="tnum font-semibold">{formatMoney(money)}</span> <span className="text-small text-ink-3">per {per}</span>
  </span>
);

/** A calendar date (`YYYY-MM-DD`), the same day for every reader. */
export const DateOn = ({ on, short = false }: { readonly on: string; readonly short?: boolean }) => (
  <time dateTime={on} className="tnum whitespace-nowrap">
    {short ? formatShortDate(on) : formatDate(on)}
  </time>
);

/** An instant in the reader's zone; the zone is in the title. */
export const TimeAt = ({ at }: { readonly at: string }) => (
  <time dateTime={at} title={formatInstantLong(at)} className="tnum whitespace-nowrap">
    {formatInstant(at)}
  </time>
);

/** Behind the @ and behind the dots of what follows it. */
const seams = /(?<=@|\.(?=[^@]*$))/;

/** An e-mail address; where it does not fit, it breaks at its seams first. */
export const EmailAddress = ({ address }: { readonly address: string }) => (
  <span className="wrap-anywhere">
    {address.split(seams).map((part, index) => (
      <Fragment key={index}>
        {index === 0 ? null : <wbr />}
        {part}
      </Fragment>
    ))}
  </span>
);

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Named facts in two aligned columns. */
export function Facts({ facts, className }: { readonly facts: readonly Fact[]; readonly className?: string }) {
  return (
    <dl className={clsx("grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-6", className)}>
      {facts.map((fact) => (
        <div key={fact.label} className="col-span-2 grid grid-cols-subgrid border-b border-line py-2 last:border-b-0">
          <dt className="text-ink-2">{fact.label}</dt>
          <dd className="min-w-0 text-right sm:text-left">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines of money that add up, with the total under a double rule, as a ledger writes it. */
export function Ledger({
  lines,
  total,
}: {
  readonly lines: readonly { readonly label: ReactNode; readonly note?: ReactNode; readonly money: Money }[];
  readonly total: { readonly label: string; readonly money: Money };
}) {
  return (
    <table className="w-full">
      <tbody>
        {lines.map((line, index) => (
          <tr key={index} className="border-b border-line align-baseline">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              {line.label}
              {line.note ? <span className="block text-small text-ink-3">{line.note}</span> : null}
            </th>
            <td className="py-2 text-right">
              <Amount money={line.money} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="align-baseline">
          <th scope="row" className="border-b-3 border-double border-ink py-2.5 text-left font-semibold">
            {total.label}
          </th>
          <td className="border-b-3 border-double border-ink py-2.5 text-right text-read">
            <Amount money={total.money} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
