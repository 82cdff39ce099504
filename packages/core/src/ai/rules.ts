import * as z from "zod";
import type { CalendarDate } from "../kernel/calendar.ts";

/** Millionths of a US dollar for a million tokens: $0.06 is 60,000; and for one picture, where the model draws. */
export type Price = { readonly from: CalendarDate; readonly input: number; readonly output: number; readonly image?: number | undefined };

/** On-demand prices in us-east-1 (aws.amazon.com/bedrock/pricing, read 2026-11-25), newest first; a change is a new line with its day. */
const prices: Readonly<Record<string, readonly Price[]>> = {
  "amazon.nova-lite-v1:0": [{ from: "2024-12-03", input: 60_000, output: 240_000 }],
  "amazon.nova-pro-v1:0": [{ from: "2024-12-03", input: 800_000, output: 3_200_000 }],
  // A picture of standard quality of up to 1,024 pixels square.
  "amazon.nova-canvas-v1:0": [{ from: "2024-12-03", input: 0, output: 0, image: 40_000 }],
};

/** The price of a model on a day; undefined when none is known, and then it may not be asked. */
export const priceOf = (modelId: string, on: CalendarDate): Price | undefined => dated(prices[modelId] ?? [], on);

const dated = (lines: readonly Price[], on: CalendarDate): Price | undefined =>
  lines.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];

/** A price that an administrator wrote down beside ours. */
export type PriceLine = Price & { readonly modelId: string };

/** The same with what administrators wrote down; of one day theirs counts. */
export const priceIn = (lines: readonly PriceLine[], modelId: string, on: CalendarDate): Price | undefined =>
  dated([...lines.filter((line) => line.modelId === modelId), ...(prices[modelId] ?? [])], on);

/** Every price we know by ourselves. */
export const knownPrices: readonly PriceLine[] = Object.entries(prices).flatMap(([modelId, lines]) => lines.map((line) => ({ ...line, modelId })));

type Tokens = { readonly inputTokens: number; readonly outputTokens: number };

/** What so many tokens cost, in millionths of a US dollar, rounded up. */
export const costOf = (price: Price, { inputTokens, outputTokens }: Tokens): number =>
  Math.ceil((inputTokens * price.input + outputTokens * price.output) / 1_000_000);

/** Tokens that a provider adds to a request with a tool in it; none documents more than about 700. */
const OVERHEAD_TOKENS = 1_000;

/** The most that a request of so many bytes can cost: no token is shorter than a byte. */
export const worstOf = (price: Price, { bytes, maxTokens }: { readonly bytes: number; readonly maxTokens: number }): number =>
  costOf(price, { inputTokens: bytes + OVERHEAD_TOKENS, outputTokens: maxTokens });

/** What so many pictures cost, in millionths of a US dollar; undefined for a model that is not paid for by the picture, which may not draw then. */
export const costOfPictures = ({ image }: Price, images: number): number | undefined => (image === undefined ? undefined : image * images);

/** So much, in millionths of a US dollar; never more than a thousand dollars, against a slip of the hand. */
const Micros = z.int().min(0).max(1_000_000_000);

/** What one task may spend in an hour. */
const TaskHour = z.strictObject({ task: z.string().max(40), micros: Micros });

/** What may be spent on models, in millionths of a US dollar: by the stage in a day, by one owner in a day, by a task in an hour. */
export const Budgets = z.strictObject({ dayMicros: Micros, ownerDayMicros: Micros, hours: z.array(TaskHour).max(40) });
export type Budgets = z.infer<typeof Budgets>;

/** One version of the budgets; version 0 is the stage's own, with nothing written down yet. */
export const BudgetLine = Budgets.extend({ version: z.int(), at: z.string().optional() });
export type BudgetLine = z.infer<typeof BudgetLine>;

/**
 * Shares of the stage's day, in basis points, until somebody writes budgets down: what one owner may spend in a day on everything, which
 * leaves room for the twenty pictures of a quota, and a task in an hour unless its quota says another share.
 */
const SHARES = { owner: 4_000, task: 2_500 } as const;

type Asked = { readonly name: string; readonly quota: { readonly taskBps?: number } };

const shareOf = (micros: number, bps: number): number => Math.floor((micros * bps) / 10_000);

/** What a stage may spend that says no more than what its day may cost. */
export const ownBudgets = (dayMicros: number): BudgetLine => ({
  version: 0,
  dayMicros,
  ownerDayMicros: shareOf(dayMicros, SHARES.owner),
  hours: [],
});

/** What a task may spend in an hour: as it is written down, else its share of the day. */
export const hourMicrosOf = ({ hours, dayMicros }: Budgets, { name, quota }: Asked): number =>
  hours.find(({ task }) => task === name)?.micros ?? shareOf(dayMicros, quota.taskBps ?? SHARES.task);
