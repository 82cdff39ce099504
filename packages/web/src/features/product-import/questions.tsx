import type { PreviewView } from "@sleekapp/core/product-import/model";
import { Plus } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { type FileAnswers, fabricOf, fabrics, kindOf, kindValue, lacking } from "./answers.ts";
import { KindSelect } from "./kind-select.tsx";
import { RuleRow } from "./rule-row.tsx";

type QuestionsProps = {
  /** What the file itself lacks, before any answer. */
  readonly needs: PreviewView["needs"];
  readonly types: PreviewView["types"];
  readonly tags: PreviewView["tags"];
  readonly answers: FileAnswers;
  readonly onChange: (answers: FileAnswers) => void;
};

const MOST_RULES = 50;
const capped = (value: number | undefined, most: number): number | undefined => (value === undefined ? undefined : Math.min(value, most));

/** What the file does not say, asked once for all of it; what the file says is never overruled. */
export function Questions({ needs, types, tags, answers, onChange }: QuestionsProps) {
  const need = (field: string) => needs.find((one) => one.field === field);
  const hint = (field: string) => {
    const found = need(field);
    return found ? `In the file ${lacking(found.products, found.firstLine)}.` : undefined;
  };
  const say = (defaults: FileAnswers["defaults"]) => onChange({ ...answers, defaults: { ...answers.defaults, ...defaults } });
  return (
    <div className="flex flex-col gap-6">
      {need("family") ? (
        <div className="flex flex-col gap-4">
          <Field label="What the products are" hint={hint("family")} className="max-w-md">
            <KindSelect name="family" value={kindValue(answers.defaults)} none="Choose" onChange={(value) => say(kindOf(value))} />
          </Field>
          <Rules {...{ types, tags, answers, onChange }} />
        </div>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-3">
        {need("moq") ? (
          <Field label="Minimum order" hint={hint("moq")}>
            <QuantityInput name="moq" value={answers.defaults.moq} onChange={(moq) => say({ moq: capped(moq, 100_000) })} />
          </Field>
        ) : null}
        {need("leadDays") ? (
          <Field label="Lead time" hint={hint("leadDays")}>
            <QuantityInput
              name="leadDays"
              unit="days"
              value={answers.defaults.leadDays}
              onChange={(leadDays) => say({ leadDays: capped(leadDays, 365) })}
            />
          </Field>
        ) : null}
        <Field label="Fabric (optional)" hint="Where the file names none.">
          <Select value={answers.defaults.fabric ?? ""} onChange={(event) => say({ fabric: fabricOf(event.target.value) })}>
            <option value="">As described</option>
            {fabrics.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {need("alt") ? (
        <Checkbox
          name="alt"
          checked={answers.altFromTitle}
          onChange={(event) => onChange({ ...answers, altFromTitle: event.target.checked })}
          label={
            <>
              Describe pictures by the product’s title
              <span className="block text-small text-ink-3">{hint("alt")} You can put each into better words later.</span>
            </>
          }
        />
      ) : null}
    </div>
  );
}

/** Where products of a type, with a tag or with a word in their title are something else than the rest. */
function Rules({ types, tags, answers, onChange }: Omit<QuestionsProps, "needs">) {
  const { rules } = answers;
  return (
    <div className="flex flex-col gap-4">
      {rules.map((rule, index) => (
        <RuleRow
          key={index}
          number={index + 1}
          rule={rule}
          values={{ type: types, tag: tags, title: [] }}
          onChange={(next) => onChange({ ...answers, rules: rules.map((one, at) => (at === index ? next : one)) })}
          onRemove={() => onChange({ ...answers, rules: rules.filter((_one, at) => at !== index) })}
        />
      ))}
      <Button
        size="small"
        className="self-start"
        disabled={rules.length >= MOST_RULES}
        onClick={() => onChange({ ...answers, rules: [...rules, { by: types.length > 0 ? "type" : tags.length > 0 ? "tag" : "title", value: "" }] })}
      >
        <Plus size={16} aria-hidden="true" />
        Some of them are something else
      </Button>
    </div>
  );
}
