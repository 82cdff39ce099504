import { readLine } from "./cells.ts";
import type { Row } from "./read.ts";
import { RowError } from "./rejection.ts";

export type Option = { readonly name: string; readonly value: string };

type Cells = Row["cells"];

const namesOf = (cells: Cells) => [cells.option1Name, cells.option2Name, cells.option3Name];
const valuesOf = (cells: Cells) => [cells.option1Value, cells.option2Value, cells.option3Value];

/** Shops write this for a product that has no options. */
const isPlaceholder = (name: string | undefined, value: string | undefined): boolean =>
  name?.toLowerCase() === "title" && value?.toLowerCase() === "default title";

/** The names of a product's options, from its first row; our own files name them by their columns. */
export function optionNames(cells: Cells): readonly string[] {
  const numbered = namesOf(cells).flatMap((name, index) => {
    const line = readLine("The option's name", name, 60);
    return line === undefined || isPlaceholder(name, valuesOf(cells)[index]) ? [] : [line];
  });
  if (numbered.length > 0) return numbered;
  return [cells.size === undefined ? [] : ["Size"], cells.colour === undefined ? [] : ["Colour"]].flat();
}

function valueOf(cells: Cells, name: string, index: number): string | undefined {
  const numbered = valuesOf(cells)[index];
  if (numbered !== undefined) return numbered;
  if (name === "Size") return cells.size;
  return name === "Colour" ? cells.colour : undefined;
}

/** The values of one row for the options of its product: all of them, and none besides. */
export function optionsOf(cells: Cells, names: readonly string[]): readonly Option[] {
  const stray = valuesOf(cells).findIndex((value, index) => value !== undefined && index >= names.length && value.toLowerCase() !== "default title");
  if (stray >= 0) throw new RowError("option.missing", `Option ${stray + 1} has a value, but the product's first row does not name it`);
  return names.map((name, index) => {
    const value = readLine(`The option ${name}`, valueOf(cells, name, index), 80);
    if (value === undefined) throw new RowError("option.missing", `The option ${name} has no value in this row`);
    return { name, value };
  });
}
