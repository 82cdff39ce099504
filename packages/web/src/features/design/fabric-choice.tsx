import { type Construction, type Fabric, fabricNames, type GarmentType, garments } from "@sleekapp/core/garment/model";
import { adviseFabrics, type FabricAdvice } from "@sleekapp/core/pricing/rules";
import { formatMoney } from "../../lib/money.ts";
import { RadioGroup } from "../../ui/choice.tsx";
import { useBook } from "../quote/use-book.ts";

function priceWords({ unitPrice, difference }: FabricAdvice): string {
  const { amount } = difference;
  if (amount === 0) return `${formatMoney(unitPrice)} a piece, the same price`;
  return `${formatMoney(unitPrice)} a piece, ${formatMoney({ ...difference, amount: Math.abs(amount) })} ${amount > 0 ? "more" : "less"}`;
}

function dayWords({ totalDays, moreDays }: FabricAdvice): string {
  if (moreDays === 0) return `${totalDays} working days, the same time`;
  return `${totalDays} working days, ${Math.abs(moreDays)} ${moreDays > 0 ? "longer" : "shorter"}`;
}

type FabricChoiceProps = {
  readonly garmentType: GarmentType;
  readonly construction: Construction | undefined;
  readonly value: Fabric | undefined;
  readonly onChange: (fabric: Fabric) => void;
};

/** Fabrics that suit the garment, each with what it does to price and time by the book in force; nothing here comes from a model. */
export function FabricChoice({ garmentType, construction, value, onChange }: FabricChoiceProps) {
  const { quantity, usual, others } = adviseFabrics({ garmentType, construction }, useBook());
  const options = [
    {
      value: usual.fabric,
      label: fabricNames[usual.fabric],
      hint: `The usual one: ${formatMoney(usual.unitPrice)} a piece, ${usual.totalDays} working days`,
    },
    ...others.map((one) => ({ value: one.fabric, label: fabricNames[one.fabric], hint: `${priceWords(one)}; ${dayWords(one)}` })),
  ];
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup legend="Fabrics that suit it" name="fabric" options={options} value={value} onChange={onChange} />
      <p className="measure text-small text-ink-3">
        Computed by our price rules for {quantity} {garments[garmentType].plural.toLowerCase()} of medium make without decoration, beside the usual
        fabric.
      </p>
    </div>
  );
}
