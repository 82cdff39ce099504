import { Family, familyNames } from "@sleekapp/core/garment/model";
import { ProductType } from "@sleekapp/core/product/model";
import { useId } from "react";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Field, Input, Select, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import type { EditorState } from "./editor-state.ts";
import { categoryTree, typeNames } from "./kinds.ts";
import { TagsInput } from "./tags-input.tsx";

export type DraftPart = EditorState["draft"];
export type FieldsProps = { readonly draft: DraftPart; readonly onChange: (part: DraftPart) => void };

const familyFrom = (value: string): DraftPart["family"] => Family.safeParse(value).data;

/** What the product is called and what buyers should know. */
export function DescriptionFields({ draft, onChange }: FieldsProps) {
  const tree = categoryTree[draft.type ?? "garment"];
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label="Title" hint="As buyers search for it; at least 10 characters." required className="sm:col-span-2">
        <Input name="title" maxLength={140} value={draft.title ?? ""} onChange={(event) => onChange({ title: event.target.value })} />
      </Field>
      <Field label="Description" hint="Cut, cloth, making, care; at least 50 characters." required className="sm:col-span-2">
        <Textarea
          name="description"
          rows={6}
          maxLength={5000}
          value={draft.description ?? ""}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <Field label="Family" required>
        <Select name="family" value={draft.family ?? ""} onChange={(event) => onChange({ family: familyFrom(event.target.value) })}>
          <option value="">Choose a family</option>
          {Family.options.map((family) => (
            <option key={family} value={family}>
              {familyNames[family]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="What is sold">
        <Select name="type" value={draft.type ?? "garment"} onChange={(event) => onChange({ type: ProductType.safeParse(event.target.value).data })}>
          {ProductType.options.map((type) => (
            <option key={type} value={type}>
              {typeNames[type]}
            </option>
          ))}
        </Select>
      </Field>
      <Suggested
        label="Category"
        hint="What buyers would look under, as in T-shirts."
        name="category"
        required
        value={draft.category ?? ""}
        offered={Object.keys(tree)}
        onChange={(category) => onChange({ category })}
      />
      <Suggested
        label="Within it (optional)"
        hint="One step further down, as in Long sleeve."
        name="subcategory"
        value={draft.subcategory ?? ""}
        offered={tree[draft.category ?? ""] ?? []}
        onChange={(subcategory) => onChange({ subcategory })}
      />
    </div>
  );
}

type SuggestedProps = {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly value: string;
  readonly offered: readonly string[];
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
};

/** One line with words that are offered; others may be written. */
function Suggested({ label, hint, name, value, offered, required = false, onChange }: SuggestedProps) {
  const list = useId();
  return (
    <Field label={label} hint={hint} required={required}>
      <Input name={name} maxLength={60} list={list} value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}

/** The cloth, the sizes and the colours. */
export function ClothFields({ draft, onChange }: FieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label="Fabric" required>
        <Input name="fabric" maxLength={80} value={draft.fabric ?? ""} onChange={(event) => onChange({ fabric: event.target.value })} />
      </Field>
      <Field label="Composition (optional)" hint="As on the care label.">
        <Input
          name="composition"
          maxLength={120}
          value={draft.composition ?? ""}
          onChange={(event) => onChange({ composition: event.target.value })}
        />
      </Field>
      <Field label="Weight (optional)" hint="Grams a square metre.">
        <QuantityInput name="gsm" unit="g/m²" value={draft.gsm} onChange={(gsm) => onChange({ gsm: gsm === undefined ? gsm : Math.min(gsm, 900) })} />
      </Field>
      <Field label="Gauge (optional)" hint="Of what is knitted: needles an inch.">
        <QuantityInput
          name="gauge"
          unit="gg"
          value={draft.gauge}
          onChange={(gauge) => onChange({ gauge: gauge === undefined ? gauge : Math.min(gauge, 44) })}
        />
      </Field>
      <Field label="Ships from (optional)">
        <CountrySelect name="shipsFrom" value={draft.shipsFrom ?? ""} onChange={(event) => onChange({ shipsFrom: event.target.value })} />
      </Field>
      <Field label="Sizes (optional)" hint="Parted by commas.">
        <TagsInput name="sizes" most={30} value={draft.sizes ?? []} onChange={(sizes) => onChange({ sizes })} />
      </Field>
      <Field label="Colours (optional)" hint="Parted by commas.">
        <TagsInput name="colours" most={40} longest={40} value={draft.colours ?? []} onChange={(colours) => onChange({ colours })} />
      </Field>
    </div>
  );
}
