import type { Tier } from "@sleekapp/core/pricing/model";
import { Plus, X } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { PercentInput } from "./figure-input.tsx";

type TiersProps = { readonly tiers: readonly Tier[]; readonly set: (tiers: readonly Tier[]) => void; readonly disabled: boolean };

const MOST = 12;

/** Volume discounts, each on the pieces from its quantity on; a form of their own because there may be more or fewer of them. */
export function TiersFields({ tiers, set, disabled }: TiersProps) {
  const change = (at: number, part: Partial<Tier>) => set(tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)));
  const last = tiers.at(-1) ?? { from: 100, discountBps: 0 };
  return (
    <div className="flex flex-col gap-3">
      {tiers.map((tier, at) => (
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
          <Field label={`Tier ${at + 1} from`}>
            <QuantityInput value={tier.from} onChange={(from) => change(at, { from: from ?? 0 })} disabled={disabled} />
          </Field>
          <Field label={`Discount of tier ${at + 1}`}>
            <PercentInput value={tier.discountBps} onChange={(discountBps) => change(at, { discountBps: discountBps ?? 0 })} disabled={disabled} />
          </Field>
          {disabled ? null : (
            <IconButton
              name={`Remove tier ${at + 1}`}
              icon={<X size={16} aria-hidden="true" />}
              onClick={() => set(tiers.filter((_tier, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {disabled || tiers.length >= MOST ? null : (
        <Button size="small" className="self-start" onClick={() => set([...tiers, { from: last.from * 2, discountBps: last.discountBps }])}>
          <Plus size={14} aria-hidden="true" /> Add a tier
        </Button>
      )}
    </div>
  );
}
