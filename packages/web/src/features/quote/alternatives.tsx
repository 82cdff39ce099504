import type { Alternative, Brief, PricedQuote } from "@sleekapp/core/pricing/model";
import { useNavigate } from "react-router";
import { useDraft } from "../../lib/draft.ts";
import { type Money, formatMoney } from "../../lib/money.ts";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Amount, DateOn } from "../../ui/value.tsx";
import { quoteDraft } from "./quote-draft.ts";
import { formOf } from "./quote-form.ts";

const more = (money: Money): string => (money.amount < 0 ? `${formatMoney({ ...money, amount: -money.amount })} less` : `${formatMoney(money)} more`);

type AlternativesProps = {
  readonly priced: PricedQuote;
  /** Left out where the brief cannot be changed any more. */ readonly brief: Brief | undefined;
};

/** What could be had instead, each computed by the same rules: its price, how much less or more, and when it would be ready. */
export function Alternatives({ priced: { alternatives = [] }, brief }: AlternativesProps) {
  if (alternatives.length === 0) return null;
  return (
    <Panel title="What else it could be">
      <ul className="flex flex-col">
        {alternatives.map((one) => (
          <li key={one.kind} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0">
            <div className="min-w-0">
              <p>{one.label}</p>
              <p className="tnum text-small text-ink-2">
                <Amount money={one.total} />, {more(one.difference)}
                {one.readyOn ? (
                  <>
                    , ready on <DateOn on={one.readyOn} />
                  </>
                ) : null}
              </p>
            </div>
            {brief ? <Take brief={brief} change={one.change} label={one.label} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type TakeProps = { readonly brief: Brief; readonly change: Alternative["change"]; readonly label: string };

/** Puts the changed brief into the form; a split by size is left behind where it would not add up any more. */
function Take({ brief, change, label }: TakeProps) {
  const navigate = useNavigate();
  const { value, save } = useDraft(quoteDraft);
  const take = () => {
    const { sizes, colours, ...rest } = brief;
    const kept = change.quantity === undefined && sizes ? { sizes, ...(colours ? { colours } : {}) } : {};
    const { fabric = brief.fabric, quantity = brief.quantity, rush = brief.rush, complexity = brief.complexity } = change;
    save({ ...value, form: formOf({ ...rest, ...kept, fabric, quantity, rush, complexity }) });
    void navigate("/quote?step=extras");
  };
  return (
    <Button size="small" variant="quiet" data-print="none" onClick={take} aria-label={`Change the brief: ${label}`}>
      Change the brief
    </Button>
  );
}

/** The answer to the wanted date: yes, by a faster schedule and what it adds, or the earliest day. */
export function WantedAnswer({ priced: { wanted } }: { readonly priced: PricedQuote }) {
  if (!wanted) return null;
  if (wanted.answer === "earliest")
    return (
      <Note tone="waiting">
        <DateOn on={wanted.wantedOn} /> cannot be met. The earliest day is <DateOn on={wanted.readyOn} />.
      </Note>
    );
  return (
    <Note tone="info">
      Yes, by <DateOn on={wanted.wantedOn} />: ready to ship on <DateOn on={wanted.readyOn} />
      {wanted.answer === "rush" ? `, by a faster schedule that adds ${formatMoney(wanted.surcharge)}.` : "."}
    </Note>
  );
}
