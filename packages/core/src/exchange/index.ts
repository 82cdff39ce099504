import * as z from "zod";
import { action } from "../kernel/action.ts";
import { CalendarDate, dateOf } from "../kernel/calendar.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { nowIso } from "../kernel/request.ts";
import { RateSource } from "../ports/rates.ts";
import type { Rows } from "../table/collection.ts";
import { commit } from "../table/commit.ts";
import { Fetched, Kept } from "./event.ts";
import { banked, Decimal, DisplayCurrency, type Rate, type RateView } from "./model.ts";
import * as policy from "./policy.ts";
import { isLeap, ratesOf, shown } from "./rules.ts";
import * as store from "./store.ts";

export { Fetched, Kept } from "./event.ts";
export { DisplayCurrency, Rate, RateView } from "./model.ts";

const ABOUT = "exchange-rates";
const changed = () => conflict("exchange.changed", "The rates changed meanwhile; read them again");
const rateOf = (rates: readonly Rate[], currency: DisplayCurrency): Rate | undefined => rates.find((one) => one.currency === currency);
const load = (): Promise<store.Info> => store.current();

/** The rates among the rows that a price is shown with; a quote keeps them as they are. */
export const ratesIn = (rows: Rows): readonly Rate[] => store.infoOf(rows.of("exchange-rates")[0]).rates;

/** What a US dollar is worth, with day and source of each rate, and whether it is stale today. A currency without a rate is not in it. */
export const list = action(
  { name: "exchange.list", effect: "read", input: z.strictObject({}), load, policy: policy.read },
  async ({ record, now }): Promise<{ items: RateView[] }> => ({ items: record.rates.map((rate) => shown(rate, dateOf(now))) }),
);

const Keeping = z.strictObject({
  currency: DisplayCurrency.exclude(["EUR", "GBP", "CAD", "AUD"]),
  rate: Decimal,
  on: CalendarDate,
  source: z.string().trim().min(2).max(80),
});

/** An administrator keeps the rate that no reference file has, with its day and who published it. */
export const keep = action(
  { name: "exchange.keep", effect: "command", input: Keeping, load, policy: policy.keep },
  async ({ input, record, now }) => {
    if (input.on > dateOf(now)) throw invalid("exchange.day", "The day of the rate is still to come");
    const before = rateOf(record.rates, input.currency);
    return commit({
      about: ABOUT,
      writes: [store.ratesWrite(record, replaced(record.rates, [input]), record.fetchedAt)],
      changed: { before: { on: before?.on, currency: before?.currency }, after: { on: input.on, currency: input.currency } },
      events: [Kept(input)],
      reply: shown(input, dateOf(now)),
      refused: changed,
    });
  },
);

const replaced = (rates: readonly Rate[], by: readonly Rate[]): Rate[] =>
  DisplayCurrency.options.flatMap((currency) => rateOf(by, currency) ?? rateOf(rates, currency) ?? []);

/**
 * Fetches the bank's rates of the day and keeps them; those of a day that is known already change nothing. Throws
 * `exchange.leap` for a rate that is a fifth off the one before: then the rates stay as they are, and grow stale visibly.
 */
export async function fetchDaily(): Promise<{ readonly on: CalendarDate; readonly isNew: boolean }> {
  const published = await RateSource.use().daily();
  const rates = ratesOf(published);
  const before = await store.current();
  const newest =
    banked
      .flatMap((currency) => rateOf(before.rates, currency)?.on ?? [])
      .toSorted()
      .at(-1) ?? "";
  if (published.on <= newest) return { on: published.on, isNew: false };
  const leap = rates.find((rate) => isLeap(rateOf(before.rates, rate.currency), rate));
  if (leap) throw conflict("exchange.leap", "A rate moved by more than a fifth since the file before", { currency: leap.currency });
  await commit({
    about: ABOUT,
    writes: [store.ratesWrite(before, replaced(before.rates, rates), nowIso())],
    changed: { before: { on: newest === "" ? undefined : newest }, after: { on: published.on } },
    events: [Fetched({ on: published.on, rates })],
    reply: { on: published.on },
    refused: changed,
  });
  return { on: published.on, isNew: true };
}
