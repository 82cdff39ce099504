import { isSoldOut } from "@sleekapp/core/stock/facts";
import type { ReadyLine } from "@sleekapp/core/stock/view";
import { formatCount } from "../../lib/money.ts";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import type { Chosen } from "./chosen.ts";

type PiecesFieldsProps = { readonly items: readonly ReadyLine[]; readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void };

/** How many of each size, colour by colour; what is sold out says so in the place of its field. */
export function PiecesFields({ items, chosen, onChange }: PiecesFieldsProps) {
  const colours = [...Map.groupBy(items, ({ colour }) => colour)];
  return (
    <div className="flex flex-col gap-5">
      {colours.map(([colour, lines]) => (
        <fieldset key={colour} className="min-w-0">
          <legend className={colour === "" ? "sr-only" : "mb-2 flex gap-3 font-medium"}>
            {colour || "Pieces"}
            {isSoldOut(lines) ? <span className="font-normal text-ink-3">sold out</span> : null}
          </legend>
          {isSoldOut(lines) ? null : (
            <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
              {lines.map((line) => (
                <Cell key={line.sku} line={line} value={chosen[line.sku]} onChange={(pieces) => onChange({ ...chosen, [line.sku]: pieces ?? 0 })} />
              ))}
            </div>
          )}
        </fieldset>
      ))}
    </div>
  );
}

type CellProps = { readonly line: ReadyLine; readonly value: number | undefined; readonly onChange: (pieces: number | undefined) => void };

function Cell({ line, value, onChange }: CellProps) {
  const { size, colour, sellable } = line;
  const label = (
    <>
      {size || "One size"}
      <span className="sr-only"> in {colour || "the one colour"}</span>
    </>
  );
  if (sellable === 0)
    return (
      <p className="flex flex-col gap-1.5">
        <span className="text-small font-medium">{label}</span>
        <span className="flex h-10 items-center text-ink-3">Sold out</span>
      </p>
    );
  const error = (value ?? 0) > sellable ? `${formatCount(sellable)} left` : undefined;
  return (
    <Field label={label} {...(error ? { error } : { hint: `${formatCount(sellable)} left` })}>
      <QuantityInput value={value === 0 ? undefined : value} onChange={onChange} min={0} max={sellable} unit="" />
    </Field>
  );
}
