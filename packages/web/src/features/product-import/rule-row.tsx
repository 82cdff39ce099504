import type { PreviewView } from "@sleekapp/core/product-import/model";
import { Trash2 } from "lucide-react";
import { IconButton } from "../../ui/button.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { type Rule, kindOf, kindValue } from "./answers.ts";
import { KindSelect } from "./kind-select.tsx";

type RuleRowProps = {
  readonly number: number;
  readonly rule: Rule;
  readonly values: Readonly<Record<Rule["by"], PreviewView["types"]>>;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
};

const bys = [
  { by: "type", label: "the type" },
  { by: "tag", label: "the tag" },
  { by: "title", label: "in their title the word" },
] as const;

/** One rule as a sentence: products with … are …. The first rule that fits a product counts. */
export function RuleRow({ number, rule, values, onChange, onRemove }: RuleRowProps) {
  const known = values[rule.by];
  return (
    <fieldset className="grid grid-cols-2 items-end gap-4 border-b border-line pb-4 sm:grid-cols-[12rem_1fr_1fr_auto]">
      <legend className="sr-only">Rule {number}</legend>
      <Field label="Products with">
        <Select
          value={rule.by}
          onChange={(event) => {
            const chosen = bys.find(({ by }) => by === event.target.value);
            if (chosen) onChange({ ...rule, by: chosen.by, value: "" });
          }}
        >
          {bys
            .filter(({ by }) => by === "title" || values[by].length > 0)
            .map(({ by, label }) => (
              <option key={by} value={by}>
                {label}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={rule.by === "title" ? "Word" : "Which"}>
        {rule.by === "title" ? (
          <Input value={rule.value} maxLength={120} onChange={(event) => onChange({ ...rule, value: event.target.value })} />
        ) : (
          <Select value={rule.value} onChange={(event) => onChange({ ...rule, value: event.target.value })}>
            <option value="">Choose</option>
            {known.map(({ value, products }) => (
              <option key={value} value={value}>
                {value} ({products})
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="are">
        <KindSelect value={kindValue(rule)} none="Choose" onChange={(value) => onChange({ ...rule, ...kindOf(value) })} />
      </Field>
      <IconButton name={`Remove rule ${number}`} icon={<Trash2 size={16} aria-hidden="true" />} className="justify-self-end" onClick={onRemove} />
    </fieldset>
  );
}
