import { Family, familyNames } from "@sleekapp/core/garment/model";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Field, Input, Select, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import type { EditorState } from "./editor-state.ts";
import { TagsInput } from "./tags-input.tsx";

export type DraftPart = EditorState["draft"];
export type FieldsProps = { readonly draft: DraftPart; readonly onChange: (part: DraftPart) => void };

const familyFrom = (value: string): DraftPart["family"] => Family.safeParse(value).data;

/** What the product is called and what buyers should know. */
export function DescriptionFields({ draft, onChange }: FieldsProps) {
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
      <Field label="Category" hint="What buyers would look under, as in T-shirts." required>
        <Input name="category" maxLength={60} value={draft.category ?? ""} onChange={(event) => onChange({ category: event.target.value })} />
      </Field>
    </div>
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
      <Field label="Ships from (optional)">
        <CountrySelect name="shipsFrom" value={draft.shipsFrom ?? ""} onChange={(event) => onChange({ shipsFrom: event.target.value })} />
      </Field>
      <Field label="Sizes (optional)" hint="Parted by commas.">
        <TagsInput name="sizes" most={30} value={draft.sizes ?? []} onChange={(sizes) => onChange({ sizes })} />
      </Field>
      <Field label="Colours (optional)" hint="Parted by commas.">
        <TagsInput name="colours" most={40} value={draft.colours ?? []} onChange={(colours) => onChange({ colours })} />
      </Field>
    </div>
  );
}
