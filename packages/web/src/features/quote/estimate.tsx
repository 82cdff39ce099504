import { usualFabrics, familyOf } from "@sleekapp/core/garment/model";
import { estimate, leadTimeOf } from "@sleekapp/core/pricing/rules";
import type { ReactNode } from "react";
import { formatMoney } from "../../lib/money.ts";
import { Approx } from "../currency/approx.tsx";
import { briefFrom } from "./brief-of.ts";
import { partialOf, type QuoteForm } from "./quote-form.ts";
import { useBook } from "./use-book.ts";

/** Working days as far as they can be said: the usual fabric and a medium make stand in for what is open. */
function daysOf(form: QuoteForm): number | undefined {
  if (!form.garmentType) return undefined;
  const brief = briefFrom({ ...form, fabric: form.fabric ?? usualFabrics[familyOf(form.garmentType)][0], sizes: undefined, wantedOn: "", notes: "" });
  return brief && leadTimeOf(brief).totalDays;
}

const range = (low: string, high: string) => (low === high ? low : `${low} to ${high}`);

/** What it would cost, from the least to the most; `nothing` while that cannot be said. */
export function Estimate({ form, nothing }: { readonly form: QuoteForm; readonly nothing: ReactNode }) {
  const found = estimate(partialOf(form), useBook());
  if (!found) return nothing;
  const days = daysOf(form);
  return (
    <>
      <p className="text-small text-ink-2">{found.low.amount === found.high.amount ? "Price" : "Price range"}</p>
      <p className="text-lead font-semibold">{range(formatMoney(found.low), formatMoney(found.high))}</p>
      <span className="flex flex-wrap gap-x-2">
        <Approx money={found.low} />
        {found.low.amount === found.high.amount ? null : <Approx money={found.high} />}
      </span>
      <p className="text-small text-ink-2">
        {range(formatMoney(found.unitLow), formatMoney(found.unitHigh))} a piece{days === undefined ? "" : `, about ${days} working days`}
      </p>
    </>
  );
}
