import { Parser } from "htmlparser2";
import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";
import { unavailable } from "../kernel/error.ts";
import type { RateSource } from "../ports/rates.ts";

const TIMEOUT_MS = 10_000;
/** The real file is under 2 KB. */
const MAX_BYTES = 64 * 1024;

const Day = z.object({
  on: CalendarDate,
  source: z.string().trim().min(2).max(80),
  perEuro: z.record(z.string().regex(/^[A-Z]{3}$/), z.string().regex(/^\d{1,9}(\.\d{1,12})?$/)),
});

/** The bank's file of reference rates: `<Cube time="…">` around a `<Cube currency="…" rate="…"/>` for each. Throws for anything else. */
export function ratesIn(xml: string): z.infer<typeof Day> {
  const perEuro: Record<string, string> = {};
  let on: string | undefined;
  let source = "";
  let isInName = false;
  const parser = new Parser(
    {
      onopentag(name, { time, currency, rate }) {
        isInName = name === "gesmes:name";
        if (name !== "Cube") return;
        on ??= time;
        if (currency !== undefined && rate !== undefined) perEuro[currency] = rate;
      },
      ontext(text) {
        if (isInName) source += text;
      },
      onclosetag() {
        isInName = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return Day.parse({ on, source, perEuro });
}

/** The daily file of the European Central Bank, published about 16:00 CET on its working days. Throws `exchange.unavailable`. */
export function ecbRates(url: () => string): RateSource {
  return {
    daily: async () => {
      try {
        const response = await fetch(`${url()}/stats/eurofxref/eurofxref-daily.xml`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (!response.ok) throw new Error(`The bank answered ${response.status}`);
        const text = await response.text();
        if (text.length > MAX_BYTES) throw new Error("The file is too long to be one of rates");
        return ratesIn(text);
      } catch (error) {
        throw unavailable("exchange.unavailable", "The rates of the day cannot be read", error);
      }
    },
  };
}
