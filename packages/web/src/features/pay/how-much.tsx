import { formatMoney } from "../../lib/money.ts";
import type { Plan } from "./standing.ts";

type HowMuchProps = { readonly plan: Plan; readonly inFull: boolean; readonly onChange: (inFull: boolean) => void };

/** The deposit now and the rest after the inspection, or the whole price at once. */
export function HowMuch({ plan, inFull, onChange }: HowMuchProps) {
  const choices = [
    { full: false, label: `The deposit, ${formatMoney(plan.deposit)}`, hint: "The rest is due after the inspection" },
    { full: true, label: `The whole price, ${formatMoney(plan.total)}`, hint: "Nothing is left to pay later" },
  ] as const;
  return (
    <fieldset className="mb-5 flex flex-col gap-2">
      <legend className="mb-1 font-medium">How much to pay now</legend>
      {choices.map(({ full, label, hint }) => (
        <label key={label} className="flex items-start gap-3 py-1">
          <input type="radio" name="how-much" checked={inFull === full} onChange={() => onChange(full)} className="mt-1 size-4 shrink-0" />
          <span>
            {label}
            <span className="block text-small text-ink-3">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
