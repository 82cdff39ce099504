import { GarmentType, garments } from "@sleekapp/core/garment/model";
import { useSearchParams } from "react-router";
import { Field, Select } from "../../ui/field.tsx";

/** Which garment is looked at; it stands in the address, so that it survives a refresh. */
export function useGarment(): readonly [GarmentType, (garmentType: string) => void] {
  const [search, setSearch] = useSearchParams();
  const chosen = GarmentType.safeParse(search.get("garment"));
  const choose = (garmentType: string) =>
    setSearch(
      (before) => {
        before.set("garment", garmentType);
        return before;
      },
      { replace: true },
    );
  return [chosen.success ? chosen.data : "t-shirt", choose];
}

type GarmentSelectProps = { readonly value: GarmentType; readonly onChange: (garmentType: string) => void };

/** One of the garments of the price book. */
export const GarmentSelect = ({ value, onChange }: GarmentSelectProps) => (
  <Field label="Garment" className="max-w-xs">
    <Select value={value} onChange={(event) => onChange(event.target.value)}>
      {GarmentType.options.map((type) => (
        <option key={type} value={type}>
          {garments[type].plural}
        </option>
      ))}
    </Select>
  </Field>
);
