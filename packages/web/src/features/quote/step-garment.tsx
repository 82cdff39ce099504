import {
  complexities,
  complexityNames,
  families as kinds,
  type Family,
  familyNames,
  familyOf,
  type GarmentType,
  garments,
  garmentsOf,
} from "@sleekapp/core/garment/facts";
import { MAX_QUANTITY, MIN_QUANTITY } from "@sleekapp/core/pricing/facts";
import { useState } from "react";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import type { StepProps } from "./wizard-parts.tsx";

const families = kinds.map((value) => ({ value, label: familyNames[value] }));
const make = complexities.map((value) => {
  const [label = "", hint = ""] = complexityNames[value].split(": ");
  return { value, label, hint };
});

/** What is to be made, how many, and how much work is in it. */
export function GarmentStep({ form, set, problems }: StepProps) {
  const [look, setLook] = useState<{ readonly family: Family; readonly past: GarmentType | undefined } | undefined>(undefined);
  // A garment that is chosen elsewhere, from a link or from somebody's own words, opens its own kind.
  const family = look && look.past === form.garmentType ? look.family : form.garmentType ? familyOf(form.garmentType) : "casualwear";
  const setFamily = (chosen: Family) => setLook({ family: chosen, past: form.garmentType });
  return (
    <>
      <RadioGroup legend="Kind of clothing" name="family" look="line" options={families} value={family} onChange={setFamily} />
      <RadioGroup
        legend="Garment"
        name="garmentType"
        look="line"
        options={garmentsOf(family).map((value) => ({ value, label: garments[value].plural }))}
        value={form.garmentType}
        onChange={(garmentType) => set({ garmentType, ...keptFabric(form.garmentType, garmentType) })}
        error={problems.garmentType}
      />
      <Field label="Pieces" hint={`From ${MIN_QUANTITY} pieces; the price a piece falls with the quantity.`} error={problems.quantity} required>
        <span className="block max-w-48">
          <QuantityInput value={form.quantity} min={MIN_QUANTITY} max={MAX_QUANTITY} onChange={(quantity) => set({ quantity })} name="quantity" />
        </span>
      </Field>
      <RadioGroup
        legend="How it is made"
        name="complexity"
        options={make}
        value={form.complexity}
        onChange={(complexity) => set({ complexity })}
        error={problems.complexity}
      />
    </>
  );
}

/** A fabric chosen for another family is asked for again: nobody wants the denim of the jeans in a sweater. */
const keptFabric = (before: GarmentType | undefined, after: GarmentType) =>
  before && familyOf(before) !== familyOf(after) ? { fabric: undefined, gsm: undefined } : {};
