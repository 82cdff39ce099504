import { askDesign } from "@sleekapp/contracts/design";
import { DesignWords } from "@sleekapp/core/design/model";
import { Family, familyNames, garments, garmentsOf, GarmentType } from "@sleekapp/core/garment/model";
import { type FormEvent, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Select, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Palette } from "./palette.tsx";
import { designReads } from "./reads.ts";

const SHORTEST = 10;
const LONGEST = 500;

/** A design in one's own words; what was typed stays, so that it can be changed and drawn again. */
export function DesignForm() {
  const [words, setWords] = useState<DesignWords>({ description: "", garmentType: "t-shirt", palette: [] });
  const [isAsked, setAsked] = useState(false);
  const ask = useCommand(askDesign, { refresh: designReads, onSuccess: () => toast("It is being drawn") });
  const isShort = words.description.trim().length < SHORTEST;
  const change = (part: Partial<DesignWords>) => setWords({ ...words, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const parsed = DesignWords.safeParse(words);
    if (parsed.success) ask.mutate({ body: parsed.data });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field
        label="What it looks like"
        hint="Cut, pattern, where the print sits. No names of brands or people."
        error={isAsked && isShort ? `Write at least ${SHORTEST} letters.` : undefined}
        required
      >
        <Textarea
          name="description"
          rows={5}
          maxLength={LONGEST}
          value={words.description}
          onChange={(event) => change({ description: event.target.value })}
        />
      </Field>
      <Field label="Garment" required>
        <Select name="garmentType" value={words.garmentType} onChange={(event) => change({ garmentType: GarmentType.parse(event.target.value) })}>
          {Family.options.map((family) => (
            <optgroup key={family} label={familyNames[family]}>
              {garmentsOf(family).map((type) => (
                <option key={type} value={type}>
                  {garments[type].name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Palette colours={words.palette} onChange={(palette) => change({ palette: [...palette] })} />
      <FormError error={ask.error} />
      <Button type="submit" variant="primary" className="self-start" busy={ask.isPending}>
        Draw it
      </Button>
    </form>
  );
}
