import { type Count, counts, type Note } from "./model.ts";

export type Counts = Readonly<Record<Count, number>>;

/** Counts with nothing for what was never counted. */
export const countsOf = (row: Readonly<Partial<Record<Count, number | undefined>>>): Counts => {
  const of = (count: Count): number => row[count] ?? 0;
  return {
    views: of("views"),
    hovers: of("hovers"),
    swatches: of("swatches"),
    shares: of("shares"),
    quotePresses: of("quotePresses"),
    hearts: of("hearts"),
    inquiries: of("inquiries"),
    quotes: of("quotes"),
    orders: of("orders"),
  };
};

/** All of them together. */
export const sumOf = (rows: readonly Readonly<Partial<Record<Count, number | undefined>>>[]): Counts =>
  countsOf(Object.fromEntries(counts.map((count) => [count, rows.reduce((sum, row) => sum + (row[count] ?? 0), 0)])));

/** The way from looking to buying, in its order. */
export const funnel = ["views", "hearts", "inquiries", "quotes", "orders"] as const satisfies readonly Count[];

/** Each note once, those of one listing beside each other. */
export function distinct(notes: readonly Note[]): readonly Note[] {
  const seen = new Map(notes.map((note) => [`${note.productId} ${note.kind}`, note]));
  return [...seen.values()].toSorted((a, b) => (a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0));
}

/** Rows that a transaction takes at most. */
const MAX_ROWS = 100;

/** Notes as transactions can take them: a mark for each, and a day and a month for each listing. */
export function batches(notes: readonly Note[]): readonly (readonly Note[])[] {
  const done: Note[][] = [];
  let rows = MAX_ROWS;
  for (const [index, note] of notes.entries()) {
    const needs = notes[index - 1]?.productId === note.productId ? 1 : 3;
    rows += needs;
    if (rows > MAX_ROWS) {
      done.push([]);
      rows = 3;
    }
    done.at(-1)?.push(note);
  }
  return done;
}
