import { MAX_COLOURS, MAX_SIZES } from "@sleekapp/core/pricing/model";
import { Plus, X } from "lucide-react";
import { formatCount } from "../../lib/money.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { type ColourRow, evenColours, summed } from "./colour-form.ts";
import type { SizeRow } from "./quote-form.ts";
import type { StepProps } from "./wizard-parts.tsx";

type Props = StepProps & { readonly rows: readonly SizeRow[]; readonly colours: readonly ColourRow[] };

const without = <T,>(all: readonly T[], at: number): T[] => all.filter((_one, place) => place !== at);

/** The table as it is typed, with what changes in it. */
function useSplit({ form, set, rows, colours }: Props) {
  const put = (sizes: readonly SizeRow[], next: readonly ColourRow[]) => set(summed(sizes, next));
  const change = (row: number, part: Partial<ColourRow>) =>
    put(
      rows,
      colours.map((one, place) => (place === row ? { ...one, ...part } : one)),
    );
  return {
    change,
    rename: (at: number, size: string) =>
      put(
        rows.map((row, place) => (place === at ? { ...row, size } : row)),
        colours,
      ),
    setPieces: (row: number, at: number, many: number | undefined) =>
      change(row, { pieces: rows.map((_size, place) => (place === at ? (many ?? null) : (colours[row]?.pieces[place] ?? null))) }),
    addColour: () => put(rows, [...colours, { name: "", pieces: rows.map(() => null) }]),
    removeColour: (row: number) => put(rows, without(colours, row)),
    addSize: () =>
      put(
        [...rows, { size: "" }],
        colours.map(({ name, pieces }) => ({ name, pieces: [...pieces, null] })),
      ),
    removeSize: (at: number) =>
      put(
        without(rows, at),
        colours.map(({ name, pieces }) => ({ name, pieces: without(pieces, at) })),
      ),
    evenly: () =>
      set(
        evenColours(
          colours.map(({ name }) => name),
          rows,
          form.quantity ?? 0,
        ),
      ),
  };
}

type Split = ReturnType<typeof useSplit>;

const SizeHead = ({ rows, split }: { readonly rows: readonly SizeRow[]; readonly split: Split }) => (
  <thead>
    <tr>
      <th scope="col" className="text-left text-small font-medium text-ink-2">
        Colour
      </th>
      {rows.map((row, at) => (
        <th key={at} scope="col">
          <span className="flex items-center gap-1">
            <span className="block w-14">
              <Input aria-label={`Size ${at + 1}`} value={row.size} maxLength={12} onChange={(event) => split.rename(at, event.target.value)} />
            </span>
            <IconButton
              name={`Remove size ${row.size === "" ? at + 1 : row.size}`}
              icon={<X size={14} aria-hidden="true" />}
              size="small"
              disabled={rows.length === 1}
              onClick={() => split.removeSize(at)}
            />
          </span>
        </th>
      ))}
      <td />
    </tr>
  </thead>
);

/** Pieces by colour and size: a row for each colour, a column for each size. */
export function ColourTable(props: Props) {
  const { form, problems, rows, colours } = props;
  const split = useSplit(props);
  const sum = rows.reduce((all, row) => all + (row.pieces ?? 0), 0);
  const problem = problems.colours ?? problems.sizes;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3" aria-describedby="split-sum">
      <legend className="mb-1.5 text-small font-medium">Pieces by colour and size</legend>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Colours and sizes">
        <table className="tnum border-separate border-spacing-1">
          <SizeHead rows={rows} split={split} />
          <tbody>
            {colours.map((colour, row) => (
              <ColourLine key={row} {...props} colour={colour} row={row} split={split} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabled={colours.length >= MAX_COLOURS} onClick={split.addColour}>
          <Plus size={14} aria-hidden="true" /> Add a colour
        </Button>
        <Button size="small" disabled={rows.length >= MAX_SIZES} onClick={split.addSize}>
          <Plus size={14} aria-hidden="true" /> Add a size
        </Button>
        <Button size="small" variant="quiet" onClick={split.evenly}>
          Split evenly
        </Button>
      </div>
      <p id="split-sum" role="status" className={problem ? "text-small text-madder" : "tnum text-small text-ink-2"}>
        {problem ?? `${formatCount(sum)} of ${formatCount(form.quantity ?? 0)} pieces`}
      </p>
      <p className="text-small text-ink-3">Colours change no price; sizes do where they are extended.</p>
    </fieldset>
  );
}

type LineProps = Props & { readonly colour: ColourRow; readonly row: number; readonly split: Split };

function ColourLine({ rows, colours, colour, row, split }: LineProps) {
  const called = colour.name.trim() === "" ? `colour ${row + 1}` : colour.name;
  return (
    <tr>
      <th scope="row">
        <span className="block w-28 sm:w-40">
          <Input
            aria-label={`Colour ${row + 1}`}
            value={colour.name}
            maxLength={40}
            placeholder="Navy"
            onChange={(event) => split.change(row, { name: event.target.value })}
          />
        </span>
      </th>
      {rows.map((size, at) => (
        <td key={at}>
          <Field label={`Pieces of ${called}, size ${size.size === "" ? at + 1 : size.size}`} quiet>
            <QuantityInput unit="" value={colour.pieces[at] ?? undefined} onChange={(many) => split.setPieces(row, at, many)} />
          </Field>
        </td>
      ))}
      <td>
        <IconButton
          name={`Remove ${called}`}
          icon={<X size={16} aria-hidden="true" />}
          size="small"
          disabled={colours.length === 1}
          onClick={() => split.removeColour(row)}
        />
      </td>
    </tr>
  );
}
