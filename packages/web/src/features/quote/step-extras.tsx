import { Placement, Technique, decorations, placementNames, techniqueNames } from "@sleekapp/core/garment/model";
import { leadTimeOf } from "@sleekapp/core/pricing/rules";
import type { PriceBook } from "@sleekapp/core/pricing/model";
import { Rush, rushNames } from "@sleekapp/core/production/model";
import { Plus, X } from "lucide-react";
import { formatRate } from "../../lib/money.ts";
import { dateOf } from "../../lib/dates.ts";
import { now } from "../../ports/clock.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../ui/choice.tsx";
import { Field, Input, Select, Textarea } from "../../ui/field.tsx";
import { briefFrom } from "./brief-of.ts";
import { type QuoteForm, type Wish, isMisplaced } from "./quote-form.ts";
import { DraftFiles } from "./files/draft-files.tsx";
import { PackingFields } from "./packing-fields.tsx";
import { useBook } from "./use-book.ts";
import type { StepProps } from "./wizard-parts.tsx";

const MAX_WISHES = 8;
const trims = Technique.options.filter((technique) => !decorations.includes(technique));

function schedules(form: QuoteForm, book: PriceBook) {
  const brief = briefFrom({ ...form, wantedOn: "", wishes: [], notes: "" });
  return Rush.options.map((value) => {
    const surcharge = book.rush[value] > 0 ? `plus ${formatRate(book.rush[value])}` : "no surcharge";
    const days = brief ? `${leadTimeOf(brief, value).totalDays} working days, ` : "";
    return { value, label: rushNames[value].replace(" schedule", ""), hint: `${days}${surcharge}` };
  });
}

/** Decorations and trims, the schedule, a sample, and whatever else there is to say. */
export function ExtrasStep(props: StepProps) {
  const { form, set, problems } = props;
  const wishes = form.wishes ?? [];
  const toggle = (technique: Technique, on: boolean) =>
    set({ wishes: on ? [...wishes, { technique }] : wishes.filter((wish) => wish.technique !== technique) });
  return (
    <>
      <Decorations {...props} wishes={wishes} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-small font-medium">Labels and packing</legend>
        {trims.map((technique) => (
          <Checkbox
            key={technique}
            label={techniqueNames[technique]}
            checked={wishes.some((wish) => wish.technique === technique)}
            disabled={wishes.length >= MAX_WISHES && wishes.every((wish) => wish.technique !== technique)}
            onChange={(event) => toggle(technique, event.target.checked)}
          />
        ))}
      </fieldset>
      <PackingFields {...props} />
      <RadioGroup legend="Schedule" name="rush" options={schedules(form, useBook())} value={form.rush} onChange={(rush) => set({ rush })} />
      <Field
        label="Ready to ship by (optional)"
        hint="If the chosen schedule is too slow for this day, the quote takes the cheapest one that meets it."
        error={problems.wantedOn}
      >
        <Input
          type="date"
          name="wantedOn"
          value={form.wantedOn}
          min={dateOf(now())}
          onChange={(event) => set({ wantedOn: event.target.value })}
          className="tnum max-w-48"
        />
      </Field>
      <Checkbox
        label="Make a sample first; the bulk starts when you have approved it"
        checked={form.sample}
        onChange={(event) => set({ sample: event.target.checked })}
      />
      <Field
        label="Anything else (optional)"
        hint="Colours, a reference, how it should feel. It is read by people, not priced."
        error={problems.notes}
      >
        <Textarea name="notes" value={form.notes} maxLength={2_000} onChange={(event) => set({ notes: event.target.value })} />
      </Field>
      <DraftFiles draft={form.draft} onDraft={(draft) => set({ draft })} />
    </>
  );
}

function Decorations({ set, problems, wishes }: StepProps & { readonly wishes: readonly Wish[] }) {
  const change = (index: number, wish: Wish) => set({ wishes: wishes.map((one, at) => (at === index ? wish : one)) });
  const remove = (index: number) => set({ wishes: wishes.filter((_wish, at) => at !== index) });
  const decorated = wishes.some((wish) => decorations.includes(wish.technique));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-small font-medium">Decoration</legend>
      {decorated ? null : <p className="text-ink-2">None so far.</p>}
      {wishes.map((wish, index) =>
        decorations.includes(wish.technique) ? (
          <WishRow
            key={index}
            number={index + 1}
            wish={wish}
            error={problems.wishes && isMisplaced(wish) ? "Say where it goes." : undefined}
            onChange={(changed) => change(index, changed)}
            onRemove={() => remove(index)}
          />
        ) : null,
      )}
      <Button
        size="small"
        className="self-start"
        disabled={wishes.length >= MAX_WISHES}
        onClick={() => set({ wishes: [...wishes, { technique: "screen-print" }] })}
      >
        <Plus size={14} aria-hidden="true" /> Add a decoration
      </Button>
    </fieldset>
  );
}

type WishRowProps = {
  readonly number: number;
  readonly wish: Wish;
  readonly error: string | undefined;
  readonly onChange: (wish: Wish) => void;
  readonly onRemove: () => void;
};

function WishRow({ number, wish, error, onChange, onRemove }: WishRowProps) {
  const places = Placement.options.filter((place) => place !== "all-over" || wish.technique === "sublimation");
  const setTechnique = (technique: Technique) => {
    const stays = wish.placement !== undefined && (wish.placement !== "all-over" || technique === "sublimation");
    onChange(stays ? { technique, placement: wish.placement } : { technique });
  };
  const setPlacement = (placement: Placement | undefined) => onChange({ technique: wish.technique, ...(placement ? { placement } : {}) });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
      <Field label={`Technique of decoration ${number}`} quiet>
        <Select value={wish.technique} onChange={(event) => setTechnique(Technique.parse(event.target.value))}>
          {decorations.map((technique) => (
            <option key={technique} value={technique}>
              {techniqueNames[technique]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={`Place of decoration ${number}`} quiet error={error}>
        <Select value={wish.placement ?? ""} onChange={(event) => setPlacement(Placement.safeParse(event.target.value).data)}>
          <option value="">Where?</option>
          {places.map((place) => (
            <option key={place} value={place}>
              {placementNames[place]}
            </option>
          ))}
        </Select>
      </Field>
      <IconButton name={`Remove decoration ${number}`} icon={<X size={16} aria-hidden="true" />} onClick={onRemove} />
    </div>
  );
}
