import { parse } from "csv-parse/sync";
import { usd } from "../../kernel/money.ts";
import type { Draft } from "../model.ts";
import { readFamily, readLine, readPrice, readWhole } from "./cells.ts";
import type { Column } from "./columns.ts";
import { listCell } from "./escape.ts";
import { RowError } from "./rejection.ts";

/** A field of a listing in a file of ours: the head of its column, and the way there and back. */
export type OwnField = {
  readonly head: string;
  readonly column: Column;
  readonly write: (draft: Draft) => string | undefined;
  readonly read: (cell: string) => Partial<Record<keyof Draft, unknown>>;
};

const dollars = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

function readList(text: string): readonly string[] {
  try {
    const [values = []] = parse(text, { relax_column_count: true });
    return values;
  } catch {
    throw new RowError("list.format", `“${text.slice(0, 40)}” is not a list of values with commas between them`);
  }
}

type Names<V> = { [F in keyof Draft]-?: V extends NonNullable<Draft[F]> ? F : never }[keyof Draft];

/** A field with the most it may hold: characters of a line, or the number itself. */
type Bounded<F> = { readonly head: string; readonly column: Column; readonly field: F; readonly max: number };

const line = ({ head, column, field, max }: Bounded<keyof Draft & Names<string>>): OwnField => ({
  head,
  column,
  write: (draft) => draft[field],
  read: (cell) => ({ [field]: readLine(head, cell, max) }),
});

const choice = (head: string, column: Column, field: "unit" | "type"): OwnField => ({
  head,
  column,
  write: (draft) => draft[field],
  read: (cell) => ({ [field]: cell }),
});

const whole = ({ head, column, field, max }: Bounded<"gsm" | "moq" | "leadDays" | "gauge" | "weightGrams">): OwnField => ({
  head,
  column,
  write: (draft) => draft[field]?.toString(),
  read: (cell) => ({ [field]: readWhole(head, cell, { min: 0, max }) }),
});

const list = (head: string, column: Column, field: "sizes" | "colours" | "features" | "keywords"): OwnField => ({
  head,
  column,
  write: (draft) => listCell(draft[field] ?? []),
  read: (cell) => ({ [field]: readList(cell) }),
});

/** `100:9.50,500:8.00`: pieces and the price of one from there on. */
const breaks: OwnField = {
  head: "Price breaks",
  column: "breaks",
  write: (draft) => (draft.breaks ?? []).map(({ from, price }) => `${from}:${dollars(price.amount)}`).join(","),
  read: (cell) => ({
    breaks: readList(cell).map((one) => {
      const [from, price] = one.split(":");
      return { from: readWhole("The price break", from, { min: 1, max: 100_000_000 }), price: readPrice(price) };
    }),
  }),
};

/** `Neck: ribbed`, each a value of the list. */
const specifications: OwnField = {
  head: "Specifications",
  column: "specifications",
  write: (draft) => listCell((draft.specifications ?? []).map(({ name, value }) => listCell([name, value]))),
  read: (cell) => ({
    specifications: readList(cell).map((one) => {
      const [name = "", value = ""] = readList(one);
      return { name, value };
    }),
  }),
};

/** Everything a listing says, but for what each of its variants and pictures says. */
export const ownFields: readonly OwnField[] = [
  line({ head: "Title", column: "title", field: "title", max: 140 }),
  { head: "Description", column: "body", write: (draft) => draft.description, read: (cell) => ({ description: cell }) },
  { head: "Family", column: "family", write: (draft) => draft.family, read: (cell) => ({ family: readFamily(cell) }) },
  line({ head: "Type", column: "type", field: "category", max: 60 }),
  line({ head: "Subcategory", column: "subcategory", field: "subcategory", max: 60 }),
  choice("Kind of product", "kind", "type"),
  line({ head: "Fabric", column: "fabric", field: "fabric", max: 80 }),
  line({ head: "Composition", column: "composition", field: "composition", max: 120 }),
  whole({ head: "GSM", column: "gsm", field: "gsm", max: 900 }),
  whole({ head: "Gauge", column: "gauge", field: "gauge", max: 44 }),
  {
    head: "Price",
    column: "price",
    write: (draft) => (draft.price && draft.price.amount > 0 ? dollars(draft.price.amount) : undefined),
    read: (cell) => ({ price: usd(readPrice(cell).amount) }),
  },
  choice("Unit", "unit", "unit"),
  whole({ head: "MOQ", column: "moq", field: "moq", max: 100_000 }),
  whole({ head: "Lead days", column: "leadDays", field: "leadDays", max: 365 }),
  breaks,
  list("Sizes", "sizes", "sizes"),
  list("Colours", "colours", "colours"),
  whole({ head: "Weight grams", column: "weightGrams", field: "weightGrams", max: 1_000_000 }),
  line({ head: "Ships from", column: "shipsFrom", field: "shipsFrom", max: 2 }),
  list("Features", "features", "features"),
  specifications,
  list("Keywords", "keywords", "keywords"),
  line({ head: "Meta description", column: "metaDescription", field: "metaDescription", max: 160 }),
  line({ head: "Video", column: "videoUrl", field: "videoUrl", max: 300 }),
];
