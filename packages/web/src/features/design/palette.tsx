import { Plus, X } from "lucide-react";
import { firstColours, MAX_COLOURS } from "@sleekapp/core/design/model";
import { Button, IconButton } from "../../ui/button.tsx";

type PaletteProps = {
  readonly colours: readonly string[];
  readonly onChange: (colours: readonly string[]) => void;
  /** What it means that there is none. */
  readonly none?: string;
};

/** Up to six colours, each chosen in the browser's own picker. */
export function Palette({ colours, onChange, none = "Without any, the model chooses." }: PaletteProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">Colours</legend>
      <div className="flex flex-wrap items-center gap-3">
        {colours.map((colour, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a colour may stand twice, and its place is what it is known by
          <span key={index} className="flex items-center rounded-control border border-control">
            <input
              type="color"
              aria-label={`Colour ${index + 1}`}
              value={colour}
              onChange={(event) => onChange(colours.with(index, event.target.value.toLowerCase()))}
              className="h-9 w-11 cursor-pointer bg-transparent p-1"
            />
            <IconButton
              size="small"
              name={`Take colour ${index + 1} out`}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => onChange(colours.toSpliced(index, 1))}
            />
          </span>
        ))}
        {colours.length < MAX_COLOURS ? (
          <Button type="button" size="small" onClick={() => onChange([...colours, firstColours[colours.length] ?? firstColours[0]])}>
            <Plus size={16} aria-hidden="true" /> Add a colour
          </Button>
        ) : null}
      </div>
      <p className="text-small text-ink-3">{colours.length === 0 ? none : `At most ${MAX_COLOURS}.`}</p>
    </fieldset>
  );
}
