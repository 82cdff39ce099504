import { type DesignAnalysis, Pattern, patternNames, Print, printNames } from "@sleekapp/core/design/model";
import { colourName } from "@sleekapp/core/design/rules";
import { Construction, constructionNames, garments, GarmentType, Technique, techniqueNames } from "@sleekapp/core/garment/model";
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
        <FabricChoice garmentType={now.garmentType} construction={now.construction} value={now.fabric} onChange={(fabric) => change({ fabric })} />
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

type PickProps<V extends string> = {
  readonly label: string;
  readonly name: string;
  readonly percent: number;
  readonly options: readonly V[];
  readonly nameOf: (value: V) => string;
  /** What stands where there is no value; without it there always is one. */
  readonly none?: string;
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
};

/** One of a few words, with how sure the reading was of it. */
function Pick<V extends string>({ label, name, percent, options, nameOf, none, value, onChange }: PickProps<V>) {
  return (
    <Field label={label} hint={confidenceWords(percent)}>
      <Select name={name} value={value ?? ""} onChange={(event) => onChange(options.find((one) => one === event.target.value))}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function MakingFields({ read, now, change }: FieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Pick
        label="Garment"
        name="garmentType"
        percent={read.garment.percent}
        options={GarmentType.options}
        nameOf={(type) => garments[type].name}
        none="Not known"
        value={now.garmentType}
        // Another garment has other fabrics.
        onChange={(garmentType) => change({ garmentType, fabric: undefined })}
      />
      <Pick
        label="Making"
        name="construction"
        percent={read.construction.percent}
        options={Construction.options}
        nameOf={(one) => constructionNames[one]}
        none="Not known"
        value={now.construction}
        onChange={(construction) => change({ construction, fabric: undefined })}
      />
      <Pick
        label="Pattern"
        name="pattern"
        percent={read.pattern.percent}
        options={Pattern.options}
        nameOf={(one) => patternNames[one]}
        value={now.pattern}
        onChange={(pattern = "unknown") => change({ pattern })}
      />
      <Pick
        label="Print"
        name="print"
        percent={read.print.percent}
        options={Print.options}
        nameOf={(one) => printNames[one]}
        value={now.print}
        onChange={(print = "unknown") => change({ print })}
      />
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
