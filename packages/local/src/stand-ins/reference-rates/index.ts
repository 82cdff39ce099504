import { createHash } from "node:crypto";
import { type ListenOptions, type Running, serveHttp } from "../wire.ts";

/** What the file says: a day, and units of each currency for one euro. */
export type ReferenceDay = { readonly on: string; readonly perEuro: Readonly<Record<string, string>> };

/** The daily file of euro reference rates on its wire, in the bank's format; what it says is made up, and its sender says that it is no bank. */
export interface ReferenceRates extends Running {
  /** Publishes a day in the place of the made-up one; undefined goes back to that. */
  publish(day: ReferenceDay | undefined): void;
  /** Answers the next so many requests with an error. */
  failNext(times: number): void;
}

const DAY_MS = 86_400_000;

/** Rates as they might be, in ten-thousandths of a unit for one euro. */
const usual: Readonly<Record<string, number>> = {
  USD: 11_600,
  JPY: 1_796_000,
  GBP: 8_790,
  CHF: 9_330,
  AUD: 17_750,
  CAD: 16_260,
  CNY: 82_500,
  INR: 1_028_000,
};

/** The last day on which the bank would have published: its file of a working day is out at 15:00 UTC, and there is none on weekends. */
function lastDay(now: Date): string {
  let day = new Date(now.getTime() - (now.getUTCHours() < 15 ? DAY_MS : 0));
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day = new Date(day.getTime() - DAY_MS);
  return day.toISOString().slice(0, 10);
}

/** Half a percent up or down, the same for a currency and a day wherever it is asked. */
function swing(currency: string, on: string): number {
  const [byte = 0] = createHash("sha256").update(`${currency} ${on}`).digest();
  return (byte - 128) / 25_600;
}

const madeUp = (on: string): ReferenceDay => ({
  on,
  perEuro: Object.fromEntries(Object.entries(usual).map(([currency, rate]) => [currency, ((rate * (1 + swing(currency, on))) / 10_000).toFixed(4)])),
});

const fileOf = ({ on, perEuro }: ReferenceDay): string => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
\t<gesmes:subject>Reference rates</gesmes:subject>
\t<gesmes:Sender>
\t\t<gesmes:name>Local stand-in, made-up rates</gesmes:name>
\t</gesmes:Sender>
\t<Cube>
\t\t<Cube time='${on}'>
${Object.entries(perEuro)
  .map(([currency, rate]) => `\t\t\t<Cube currency='${currency}' rate='${rate}'/>`)
  .join("\n")}
\t\t</Cube>
\t</Cube>
</gesmes:Envelope>
`;

/** Starts the file of reference rates. */
export async function startReferenceRates(options: ListenOptions = {}): Promise<ReferenceRates> {
  let published: ReferenceDay | undefined;
  let failing = 0;
  const { port, stop } = await serveHttp((request, response) => {
    if (failing > 0) {
      failing -= 1;
      response.writeHead(503).end();
      return;
    }
    if ((request.url ?? "") !== "/stats/eurofxref/eurofxref-daily.xml") {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/xml" }).end(fileOf(published ?? madeUp(lastDay(new Date()))));
  }, options.port);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    publish: (day) => {
      published = day;
    },
    failNext: (times) => {
      failing = times;
    },
    stop,
  };
}
