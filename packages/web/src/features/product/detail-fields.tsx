import { MAX_META } from "@sleekapp/core/product/model";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import type { FieldsProps } from "./description-fields.tsx";
import type { SpecificationRow } from "./editor-state.ts";
import { TagsInput } from "./tags-input.tsx";

/** One short text a line; what is typed stays as it is typed. */
function LinesInput({
  value,
  most,
  onChange,
}: {
  readonly value: readonly string[];
  readonly most: number;
  readonly onChange: (lines: string[]) => void;
}) {
  const [typed, setTyped] = useState(value.join("\n"));
  const change = (text: string) => {
    setTyped(text);
    const lines = text.split("\n").map((line) => line.trim().slice(0, 120));
    onChange([...new Set(lines.filter((line) => line !== ""))].slice(0, most));
  };
  return <Textarea name="features" rows={4} value={typed} onChange={(event) => change(event.target.value)} />;
}

/** What buyers and search engines read besides the description. */
export function FindingFields({ draft, onChange }: FieldsProps) {
  const meta = draft.metaDescription ?? "";
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label="Features (optional)" hint="One a line, at most eight." className="sm:col-span-2">
        <LinesInput value={draft.features ?? []} most={8} onChange={(features) => onChange({ features })} />
      </Field>
      <Field
        label="Text for search engines (optional)"
        hint={`Shown under the name in search results; ${MAX_META - meta.length} letters are left.`}
        className="sm:col-span-2"
      >
        <Textarea
          name="metaDescription"
          rows={2}
          maxLength={MAX_META}
          value={meta}
          onChange={(event) => onChange({ metaDescription: event.target.value })}
        />
      </Field>
      <Field label="Keywords (optional)" hint="Words buyers look for that stand nowhere else, parted by commas.">
        <TagsInput name="keywords" most={20} longest={40} value={draft.keywords ?? []} onChange={(keywords) => onChange({ keywords })} />
      </Field>
      <Field label="Film (optional)" hint="The address of a film of the product, beginning with https.">
        <Input
          name="videoUrl"
          type="url"
          maxLength={300}
          value={draft.videoUrl ?? ""}
          onChange={(event) => onChange({ videoUrl: event.target.value.trim() })}
        />
      </Field>
    </div>
  );
}

const MOST = 30;

type SpecificationFieldsProps = { readonly rows: readonly SpecificationRow[]; readonly onChange: (rows: SpecificationRow[]) => void };

/** Stated properties, by name and value. */
export function SpecificationFields({ rows, onChange }: SpecificationFieldsProps) {
  const change = (at: number, part: Partial<SpecificationRow>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div data-field="specifications" className="flex flex-col gap-4">
      {rows.length === 0 ? <p className="text-ink-2">Neck, seams, care, packing: what a buyer would otherwise have to ask for.</p> : null}
      {rows.map((row, index) => (
        <fieldset key={index} className="grid grid-cols-[1fr_auto] items-end gap-4 border-b border-line pb-4 sm:grid-cols-[14rem_1fr_auto]">
          <legend className="sr-only">Specification {index + 1}</legend>
          <Field label="Name" className="max-sm:col-span-2">
            <Input maxLength={60} value={row.name} onChange={(event) => change(index, { name: event.target.value })} />
          </Field>
          <Field label="Value">
            <Input maxLength={200} value={row.value} onChange={(event) => change(index, { value: event.target.value })} />
          </Field>
          <IconButton
            name={`Remove specification ${index + 1}`}
            icon={<Trash2 size={16} aria-hidden="true" />}
            onClick={() => onChange(rows.filter((_row, at) => at !== index))}
          />
        </fieldset>
      ))}
      <Button size="small" className="self-start" disabled={rows.length >= MOST} onClick={() => onChange([...rows, { name: "", value: "" }])}>
        <Plus size={16} aria-hidden="true" />
        Add a specification
      </Button>
    </div>
  );
}
