import { useState } from "react";
import { Input } from "../../ui/field.tsx";

const split = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  ),
];

type TagsInputProps = {
  readonly name: string;
  readonly value: readonly string[];
  readonly most: number;
  /** Letters one of them may have. */
  readonly longest?: number;
  readonly onChange: (value: string[]) => void;
};

/** Several short words in one line, parted by commas; inside a `Field`. */
export function TagsInput({ name, value, most, longest = 20, onChange }: TagsInputProps) {
  const [typed, setTyped] = useState(value.join(", "));
  const change = (text: string) => {
    setTyped(text);
    onChange(
      split(text)
        .slice(0, most)
        .map((one) => one.slice(0, longest)),
    );
  };
  return (
    <Input name={name} value={typed} autoComplete="off" onChange={(event) => change(event.target.value)} onBlur={() => setTyped(value.join(", "))} />
  );
}
