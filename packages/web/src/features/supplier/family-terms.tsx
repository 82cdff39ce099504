import { type Family, familyNames } from "@sleekapp/core/garment/model";
import type { Draft } from "@sleekapp/core/supplier/model";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { capped, type PartProps } from "./company-fields.tsx";

type Terms = NonNullable<Draft["familyTerms"]>;

/** The terms with those of one family as they are typed now; a family that says nothing of its own is left out. */
function withTerms(before: Terms, family: Family, { moq, leadDays }: NonNullable<Terms[Family]>): Terms {
  const { [family]: _old, ...others } = before;
  if (moq === undefined && leadDays === undefined) return others;
  return { ...others, [family]: { ...(moq === undefined ? {} : { moq }), ...(leadDays === undefined ? {} : { leadDays }) } };
}

const shownAs = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

/** The smallest run and the lead time of each kind of garment that is made on terms of its own. */
export function FamilyTermsFields({ value, onChange }: PartProps) {
  const families = value.families ?? [];
  if (families.length === 0) return <p className="text-ink-2">Choose kinds of garment above to give each its own terms.</p>;
  const terms = value.familyTerms ?? {};
  const change = (family: Family, part: NonNullable<Terms[Family]>) =>
    onChange({ familyTerms: withTerms(terms, family, { ...terms[family], ...part }) });
  return (
    <div data-field="familyTerms" className="flex flex-col gap-5">
      <p className="text-ink-2">Where a kind of garment has its own smallest run and lead time. What is left empty goes by the terms above.</p>
      {families.map((family) => (
        <div key={family} className="grid gap-x-5 gap-y-3 border-t border-line pt-4 sm:grid-cols-2">
          <Field label={`${familyNames[family]}: smallest run`}>
            <QuantityInput
              value={terms[family]?.moq}
              {...placeholder(shownAs(value.moq))}
              onChange={(moq) => change(family, { moq: capped(moq, 100_000) })}
            />
          </Field>
          <Field label={`${familyNames[family]}: lead time`}>
            <QuantityInput
              unit="days"
              value={terms[family]?.leadDays}
              {...placeholder(shownAs(value.leadDays))}
              onChange={(leadDays) => change(family, { leadDays: capped(leadDays, 365) })}
            />
          </Field>
        </div>
      ))}
    </div>
  );
}

const placeholder = (text: string | undefined) => (text === undefined ? {} : { placeholder: text });
