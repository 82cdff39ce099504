import { Family, Technique, familyNames, techniqueNames } from "@sleekapp/core/garment/model";
import type { Draft } from "@sleekapp/core/supplier/model";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";

/** One part of an application: what is written, and how a change of it is told. */
export type PartProps = { readonly value: Draft; readonly onChange: (part: Draft) => void };

/** Who the company is and where. */
export function CompanyFields({ value, onChange }: PartProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label="Company name" required className="sm:col-span-2">
        <Input
          name="companyName"
          autoComplete="organization"
          maxLength={120}
          value={value.companyName ?? ""}
          onChange={(event) => onChange({ companyName: event.target.value })}
        />
      </Field>
      <Field label="Country" required>
        <CountrySelect name="country" value={value.country ?? ""} onChange={(event) => onChange({ country: event.target.value })} />
      </Field>
      <Field label="City" required>
        <Input
          name="city"
          autoComplete="address-level2"
          maxLength={80}
          value={value.city ?? ""}
          onChange={(event) => onChange({ city: event.target.value })}
        />
      </Field>
      <Field label="Street and number" required className="sm:col-span-2">
        <Input
          name="address"
          autoComplete="street-address"
          maxLength={240}
          value={value.address ?? ""}
          onChange={(event) => onChange({ address: event.target.value })}
        />
      </Field>
      <PeopleFields value={value} onChange={onChange} />
    </div>
  );
}

/** Who answers, and since when there has been somebody. */
const PeopleFields = ({ value, onChange }: PartProps) => (
  <>
    <Field label="Contact" hint="Who answers when we ring." required>
      <Input
        name="contactName"
        autoComplete="name"
        maxLength={100}
        value={value.contactName ?? ""}
        onChange={(event) => onChange({ contactName: event.target.value })}
      />
    </Field>
    <Field label="Telephone" hint="With the country code." required>
      <Input
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={30}
        value={value.phone ?? ""}
        onChange={(event) => onChange({ phone: event.target.value })}
      />
    </Field>
    <Field label="Founded (optional)" hint="The year.">
      <Input
        name="yearEstablished"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={value.yearEstablished ?? ""}
        onChange={(event) => onChange({ yearEstablished: capped(yearOf(event.target.value), 2100) })}
      />
    </Field>
  </>
);

/** A number that was typed, no greater than its field takes. */
export const capped = (value: number | undefined, most: number): number | undefined => (value === undefined ? undefined : Math.min(value, most));

const yearOf = (text: string): number | undefined => {
  const digits = text.replaceAll(/\D/gu, "");
  return digits === "" ? undefined : Number(digits);
};

/** What the company makes, and in which techniques. */
export function WorkFields({ value, onChange }: PartProps) {
  return (
    <div className="flex flex-col gap-6">
      <Field label="About" hint="What you make, on which machines, for whom; at least 40 characters." required>
        <Textarea name="about" rows={5} maxLength={2000} value={value.about ?? ""} onChange={(event) => onChange({ about: event.target.value })} />
      </Field>
      <CheckboxGroup
        legend="Kinds of garment"
        name="families"
        options={Family.options.map((family) => ({ value: family, label: familyNames[family] }))}
        value={value.families ?? []}
        onChange={(families) => onChange({ families: [...families] })}
      />
      <CheckboxGroup
        legend="Techniques in your own house (optional)"
        name="techniques"
        options={Technique.options.map((technique) => ({ value: technique, label: techniqueNames[technique] }))}
        value={value.techniques ?? []}
        onChange={(techniques) => onChange({ techniques: [...techniques] })}
      />
    </div>
  );
}

/** How much, how little and how fast. */
export function CapacityFields({ value, onChange }: PartProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <Field label="Smallest run" hint="Pieces of one style and colour." required>
        <QuantityInput name="moq" value={value.moq} onChange={(moq) => onChange({ moq: capped(moq, 100_000) })} />
      </Field>
      <Field label="Lead time" hint="From deposit to shipping, usual order." required>
        <QuantityInput name="leadDays" unit="days" value={value.leadDays} onChange={(leadDays) => onChange({ leadDays: capped(leadDays, 365) })} />
      </Field>
      <Field label="Capacity a week" hint="Pieces your lines finish." required>
        <QuantityInput
          name="weeklyCapacity"
          value={value.weeklyCapacity}
          onChange={(weeklyCapacity) => onChange({ weeklyCapacity: capped(weeklyCapacity, 1_000_000) })}
        />
      </Field>
    </div>
  );
}
