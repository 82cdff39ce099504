import { colourName, type DesignAnalysis, Pattern, patternNames, Print, printNames } from "@sleekapp/core/design/analysis";
import {
  Construction,
  constructionNames,
  Family,
  familyNames,
  garments,
  garmentsOf,
  GarmentType,
  Technique,
  techniqueNames,
} from "@sleekapp/core/garment/model";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useDraft } from "../../lib/draft.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { quoteDraft } from "../quote/quote-draft.ts";
import { confidenceWords, type Confirmed, confirmedFrom, formWith } from "./confirmed.ts";
import { FabricChoice } from "./fabric-choice.tsx";
import { Palette } from "./palette.tsx";

type Change = (part: Partial<Confirmed>) => void;
type FieldsProps = { readonly read: DesignAnalysis; readonly now: Confirmed; readonly change: Change };

const techniqueOptions = Technique.options.map((value) => ({ value, label: techniqueNames[value] }));

/** What was read of a design's picture, for its owner to correct; only what they send on goes into a brief. */
export function ReadingForm({ designId, read }: { readonly designId: string; readonly read: DesignAnalysis }) {
  const [now, setNow] = useState(() => confirmedFrom(read));
  const { value: draft, save } = useDraft(quoteDraft);
  const navigate = useNavigate();
  const change: Change = (part) => setNow({ ...now, ...part });
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    save({ ...draft, form: formWith(draft.form, designId, now) });
    void navigate("/quote");
  };
  return (
    <form noValidate onSubmit={confirm} className="flex flex-col gap-5">
      <MakingFields read={read} now={now} change={change} />
      <LookFields read={read} now={now} change={change} />
      {now.garmentType ? (
        <FabricChoice
          garmentType={now.garmentType}
          construction={now.construction}
          value={now.fabric}
          onChange={(fabric) => change({ fabric })}
        />
      ) : (
        <p className="text-ink-2">Choose the garment, and the fabrics that suit it stand here with their prices.</p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary">
          Use in a quote
        </Button>
        <p className="text-small text-ink-3">Opens the quote form with this in it, and the design beside it.</p>
      </div>
    </form>
  );
}

function MakingFields({ read, now, change }: FieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label="Garment" hint={confidenceWords(read.garment.percent)}>
        <Select
          name="garmentType"
          value={now.garmentType ?? ""}
          // Another garment has other fabrics.
          onChange={(event) => change({ garmentType: GarmentType.safeParse(event.target.value).data, fabric: undefined })}
        >
          <option value="">Not known</option>
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
      <Field label="Making" hint={confidenceWords(read.construction.percent)}>
        <Select
          name="construction"
          value={now.construction ?? ""}
          onChange={(event) => change({ construction: Construction.safeParse(event.target.value).data, fabric: undefined })}
        >
          <option value="">Not known</option>
          {Construction.options.map((one) => (
            <option key={one} value={one}>
              {constructionNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Pattern" hint={confidenceWords(read.pattern.percent)}>
        <Select name="pattern" value={now.pattern} onChange={(event) => change({ pattern: Pattern.parse(event.target.value) })}>
          {Pattern.options.map((one) => (
            <option key={one} value={one}>
              {patternNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Print" hint={confidenceWords(read.print.percent)}>
        <Select name="print" value={now.print} onChange={(event) => change({ print: Print.parse(event.target.value) })}>
          {Print.options.map((one) => (
            <option key={one} value={one}>
              {printNames[one]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

const listed = (lines: readonly string[], none: string): string => (lines.length === 0 ? none : lines.join(" · "));

function LookFields({ read, now, change }: FieldsProps) {
  const sure = new Map(read.colours.map(({ hex, percent }) => [hex, percent]));
  const colours = now.colours.map((hex) => `${colourName(hex)}: ${sure.has(hex) ? confidenceWords(sure.get(hex) ?? 0) : "Your own"}`);
  const techniques = read.techniques.map(({ value, percent }) => `${techniqueNames[value]}: ${confidenceWords(percent)}`);
  return (
    <>
      <div className="flex flex-col gap-2">
        <Palette colours={now.colours} onChange={(next) => change({ colours: next })} none="No colour is named." />
        <p className="text-small text-ink-3">{listed(colours, "None was read")}</p>
      </div>
      <CheckboxGroup
        legend="Techniques"
        name="techniques"
        hint={listed(techniques, "None was read")}
        options={techniqueOptions}
        value={now.techniques}
        onChange={(next) => change({ techniques: next })}
      />
    </>
  );
}
