import { Select } from "../../ui/field.tsx";
import { kinds } from "./answers.ts";

type KindSelectProps = {
  readonly name?: string;
  readonly value: string;
  readonly none: string;
  readonly onChange: (value: string) => void;
};

/** What products can be, families and their garments in one list. */
export const KindSelect = ({ name, value, none, onChange }: KindSelectProps) => (
  <Select name={name} value={value} onChange={(event) => onChange(event.target.value)}>
    <option value="">{none}</option>
    {kinds.map((group) => (
      <optgroup key={group.label} label={group.label}>
        {group.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </optgroup>
    ))}
  </Select>
);
