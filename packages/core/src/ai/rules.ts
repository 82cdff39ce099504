import type { CalendarDate } from "../kernel/calendar.ts";

/** Millionths of a US dollar for a million tokens: $0.06 is 60,000. */
export type Price = { readonly from: CalendarDate; readonly input: number; readonly output: number };

/** On-demand prices in us-east-1 (aws.amazon.com/bedrock/pricing, read 2026-11-25), newest first; a change is a new line with its day. */
const prices: Readonly<Record<string, readonly Price[]>> = {
  "amazon.nova-lite-v1:0": [{ from: "2024-12-03", input: 60_000, output: 240_000 }],
  "amazon.nova-pro-v1:0": [{ from: "2024-12-03", input: 800_000, output: 3_200_000 }],
};

/** The price of a model on a day; undefined when none is known, and then it may not be asked. */
export const priceOf = (modelId: string, on: CalendarDate): Price | undefined => prices[modelId]?.find(({ from }) => from <= on);

type Tokens = { readonly inputTokens: number; readonly outputTokens: number };

/** What so many tokens cost, in millionths of a US dollar, rounded up. */
export const costOf = (price: Price, { inputTokens, outputTokens }: Tokens): number =>
  Math.ceil((inputTokens * price.input + outputTokens * price.output) / 1_000_000);

/** Tokens that a provider adds to a request with a tool in it; none documents more than about 700. */
const OVERHEAD_TOKENS = 1_000;

/** The most that a request of so many bytes can cost: no token is shorter than a byte. */
export const worstOf = (price: Price, { bytes, maxTokens }: { readonly bytes: number; readonly maxTokens: number }): number =>
  costOf(price, { inputTokens: bytes + OVERHEAD_TOKENS, outputTokens: maxTokens });
