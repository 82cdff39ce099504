import { Fabric, fabricNames, Gauge, familyOf, garments, usualFabrics } from "@sleekapp/core/garment/model";
import { Plus, X } from "lucide-react";
import { formatCount } from "../../lib/money.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { ColourTable } from "./colour-split.tsx";
import { type QuoteForm, type SizeRow, evenly } from "./quote-form.ts";
import type { StepProps } from "./wizard-parts.tsx";

const usualSizes = ["S", "M", "L", "XL"];
const splits = [
  { value: "usual", label: "An even split", hint: "Over the usual sizes; it can be changed until cutting" },
  { value: "own", label: "My own split", hint: "Pieces for each size" },
  { value: "colours", label: "By colour and size", hint: "Pieces for each size of each colour" },
] as const;

type Split = (typeof splits)[number]["value"];

function splitOf({ sizes, colours }: QuoteForm): Split {
  if (colours) return "colours";
  return sizes ? "own" : "usual";
}

/** The table of one's own split, of sizes alone or with colours. */
function OwnSplit(props: StepProps) {
  const { sizes, colours } = props.form;
  if (!sizes) return null;
  return colours ? <ColourTable {...props} rows={sizes} colours={colours} /> : <SizeSplit {...props} rows={sizes} />;
}

/** What another kind of split begins with: the sizes that were there, evenly over one colour, or nothing. */
function splitAs(split: Split, { sizes, quantity = 0 }: QuoteForm): Partial<QuoteForm> {
  if (split === "usual") return { sizes: undefined, colours: undefined };
  const rows = sizes ?? evenly(usualSizes, quantity);
  if (split === "own") return { sizes: rows, colours: undefined };
  return { sizes: rows, colours: [{ name: "", pieces: rows.map(({ pieces }) => pieces ?? null) }] };
}

/** The cloth, its weight, and the pieces of each size. */
export function FabricStep(props: StepProps) {
  const { form, set, problems } = props;
  const garment = form.garmentType ?? "t-shirt";
  const usual = usualFabrics[familyOf(garment)];
  return (
    <>
      <Field label="Fabric" error={problems.fabric} required>
        <Select value={form.fabric ?? ""} name="fabric" onChange={(event) => set({ fabric: Fabric.safeParse(event.target.value).data })}>
          <option value="">Choose a fabric</option>
          <optgroup label={`Usual for ${garments[garment].plural.toLowerCase()}`}>
            <FabricOptions fabrics={usual} />
          </optgroup>
          <optgroup label="Also possible">
            <FabricOptions fabrics={Fabric.options.filter((fabric) => !usual.includes(fabric))} />
          </optgroup>
        </Select>
      </Field>
      <Field label="Cloth weight (optional)" hint={`Left empty: ${garments[garment].gsm} g/m², the usual weight.`} error={problems.gsm}>
        <span className="block max-w-48">
          <QuantityInput value={form.gsm} onChange={(gsm) => set({ gsm })} unit="g/m²" name="gsm" placeholder={String(garments[garment].gsm)} />
        </span>
      </Field>
      {familyOf(garment) === "knitwear" ? (
        <Field label="Gauge (optional)" hint="Needles an inch: 3 is coarse, 16 is fine.">
          <Select value={form.gauge ?? ""} onChange={(event) => set({ gauge: Gauge.safeParse(Number(event.target.value)).data })}>
            <option value="">As usual</option>
            {[...Gauge.values].map((gauge) => (
              <option key={gauge} value={gauge}>
                {gauge}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <RadioGroup legend="Sizes" name="split" options={splits} value={splitOf(form)} onChange={(split) => set(splitAs(split, form))} />
      <OwnSplit {...props} />
    </>
  );
}

const FabricOptions = ({ fabrics }: { readonly fabrics: readonly Fabric[] }) =>
  fabrics.map((fabric) => (
    <option key={fabric} value={fabric}>
      {fabricNames[fabric]}
    </option>
  ));

function SizeSplit({ form, set, problems, rows }: StepProps & { readonly rows: readonly SizeRow[] }) {
  const change = (index: number, part: Partial<SizeRow>) => set({ sizes: rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  const split = rows.reduce((sum, row) => sum + (row.pieces ?? 0), 0);
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby="split-sum">
      <legend className="mb-1.5 text-small font-medium">Pieces by size</legend>
      {rows.map((row, index) => (
        <div key={index} className="grid max-w-md grid-cols-[6rem_minmax(0,1fr)_auto] items-center gap-2">
          <Input aria-label={`Size ${index + 1}`} value={row.size} maxLength={12} onChange={(event) => change(index, { size: event.target.value })} />
          <Field label={`Pieces of size ${row.size === "" ? index + 1 : row.size}`} quiet>
            <QuantityInput value={row.pieces} onChange={(pieces) => change(index, { pieces })} />
          </Field>
          <IconButton
            name={`Remove size ${row.size === "" ? index + 1 : row.size}`}
            icon={<X size={16} aria-hidden="true" />}
            disabled={rows.length === 1}
            onClick={() => set({ sizes: rows.filter((_row, at) => at !== index) })}
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabled={rows.length >= 12} onClick={() => set({ sizes: [...rows, { size: "" }] })}>
          <Plus size={14} aria-hidden="true" /> Add a size
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() =>
            set({
              sizes: evenly(
                rows.map((row) => row.size),
                form.quantity ?? 0,
              ),
            })
          }
        >
          Split evenly
        </Button>
      </div>
      <p id="split-sum" role="status" className={problems.sizes ? "text-small text-madder" : "tnum text-small text-ink-2"}>
        {problems.sizes ?? `${formatCount(split)} of ${formatCount(form.quantity ?? 0)} pieces`}
      </p>
    </fieldset>
  );
}
