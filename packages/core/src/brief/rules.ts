import { type Field, fields, type Reading } from "./model.ts";
import { numbersIn, withDigits } from "./reader/numbers.ts";
import { normal } from "./reader/text.ts";

/** What a model read: a value for each field, and which of them it was not sure of. */
export type ModelReading = { readonly [F in Field]?: NonNullable<Reading[F]>["value"] | undefined } & {
  readonly unsure?: readonly Field[] | undefined;
};

/** How sure a field is when both say the same, when only one says it, and when they differ; in basis points. */
const SURE = { agreed: 9_700, doubted: 8_000, modelOnly: 8_000, modelGuess: 5_500, ruleOnly: 7_500, differ: 5_000 } as const;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a number stands in the text, alone or as a sum of numbers that stand in it. */
function isGrounded(quantity: number, text: string): boolean {
  const values = numbersIn(withDigits(normal(text))).map(({ value }) => value);
  const sums = values.reduce<number[]>((all, value) => [...all, ...all.map((sum) => sum + value)].slice(0, 4_096), [0]);
  return values.includes(quantity) || sums.includes(quantity);
}

function weighed(field: Field, model: ModelReading, rule: Reading): { readonly value: unknown; readonly bps: number } | undefined {
  const said = model[field];
  const read = rule[field];
  if (said === undefined) return read && { ...read, bps: Math.min(read.bps, SURE.ruleOnly) };
  const isUnsure = model.unsure?.includes(field) ?? false;
  if (read === undefined) return { value: said, bps: isUnsure ? SURE.modelGuess : SURE.modelOnly };
  if (isSame(said, read.value)) return { value: said, bps: isUnsure ? SURE.doubted : SURE.agreed };
  return { value: said, bps: SURE.differ };
}

/**
 * One reading of what a model and the rules read. How sure a field is follows from whether they agree, not from what the model says of
 * itself. A quantity that stands nowhere in the text is not taken from a model, unless there are files that it may have come from.
 */
export function joined(
  model: ModelReading,
  rule: Reading,
  { text, hasFiles }: { readonly text: string; readonly hasFiles: boolean },
): Partial<Record<Field, unknown>> {
  const isStrange = model.quantity !== undefined && !hasFiles && model.quantity !== rule.quantity?.value && !isGrounded(model.quantity, text);
  const trusted: ModelReading = isStrange ? { ...model, quantity: undefined, sizes: undefined } : model;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const one = weighed(field, trusted, rule);
      return one === undefined ? [] : [[field, one]];
    }),
  );
}
