import type { PriceBook } from "@sleekapp/core/pricing/model";
import { compareBooks } from "@sleekapp/core/price-book/rules";
import { useMemo } from "react";
import { type Money, formatMoney } from "../../lib/money.ts";
import { Note } from "../../ui/feedback.tsx";
import { Amount } from "../../ui/value.tsx";

const signed = (money: Money): string => (money.amount > 0 ? `+${formatMoney(money)}` : formatMoney(money));
const NOTHING = { amount: 0, currency: "USD" } as const;

type PreviewProps = { readonly before: PriceBook; readonly after: PriceBook | undefined };

/** What the sample briefs cost by the book in force and by this one, to the cent, and which lines make the difference. */
export function Preview({ before, after }: PreviewProps) {
  const samples = useMemo(() => (after ? compareBooks(before, after) : undefined), [before, after]);
  if (!samples) return <Note tone="waiting">The figures are not a valid book yet. What is missing stands beside its field or above it.</Note>;
  const changed = samples.filter(({ difference }) => difference.amount !== 0).length;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2" role="status">
        {changed === 0
          ? "No sample would cost anything else than by the book in force."
          : `${changed} of ${samples.length} samples would cost something else than by the book in force.`}
      </p>
      <ul className="flex flex-col">
        {samples.map((sample) => (
          <li key={sample.name} className="border-b border-line py-2 last:border-b-0">
            {sample.difference.amount === 0 && sample.lines.length === 0 ? (
              <p className="text-ink-3">{sample.name}: no change</p>
            ) : (
              <Changed sample={sample} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Sample = ReturnType<typeof compareBooks>[number];

const Changed = ({ sample: { name, before, after, difference, lines } }: { readonly sample: Sample }) => (
  <>
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span>{name}</span>
      <span className="tnum font-semibold">{signed(difference)}</span>
    </p>
    <p className="tnum text-small text-ink-2">
      <Amount money={before} /> before, <Amount money={after} /> after
    </p>
    {lines.length > 0 ? <Lines lines={lines} /> : null}
  </>
);

type LinesProps = { readonly lines: Sample["lines"] };

const Lines = ({ lines }: LinesProps) => (
  <details className="mt-1 text-small">
    <summary className="cursor-pointer text-indigo">
      {lines.length} {lines.length === 1 ? "line" : "lines"}
    </summary>
    <ul className="mt-1 flex flex-col gap-0.5">
      {lines.map(({ label, before, after }) => (
        <li key={label} className="tnum flex flex-wrap justify-between gap-x-4">
          <span className="text-ink-2">{label}</span>
          <span>
            {formatMoney(before ?? NOTHING)} to {formatMoney(after ?? NOTHING)}
          </span>
        </li>
      ))}
    </ul>
  </details>
);
