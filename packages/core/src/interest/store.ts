import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CalendarDate } from "../kernel/calendar.ts";
import { ttlAttribute } from "../table/keys.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { adding } from "../table/tally-row.ts";
import { creating } from "../table/write.ts";
import type { Count } from "./model.ts";

const number = { type: "number" } as const;
const counted = {
  views: number,
  hovers: number,
  swatches: number,
  shares: number,
  quotePresses: number,
  hearts: number,
  inquiries: number,
  quotes: number,
  orders: number,
} as const;
const text = { type: "string", required: true } as const;
const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** What was counted of a listing on one day. */
export const DayRow = entity({
  model: model("product-day"),
  attributes: { productId: text, date: text, ...counted, ttl: number },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["productId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["date"], casing: "none" },
    },
  },
} as const);

/** The same of one month, beside the supplier's other listings: what a supplier reads of all of them in one request. */
export const MonthRow = entity({
  model: model("product-month"),
  attributes: { supplierId: text, month: text, productId: text, ...counted, ttl: number },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["supplierId", "month"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["productId"], casing: "none" },
    },
  },
} as const);

/** Somebody was counted today for this listing and this kind of note: a hash, which says neither who nor for what. */
export const MarkRow = entity({
  model: model("interest-mark"),
  attributes: { mark: text, ttl: { type: "number", required: true } },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["mark"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

const DAY_SECONDS = 86_400;
/** The seed kept its daily figures for ever; ours stay for a year and a month, to be compared with the year before. */
const KEPT_DAYS = 400;
const MARKED_DAYS = 2;

const endOf = (on: CalendarDate, days: number): number => Math.floor(new Date(`${on}T00:00:00Z`).getTime() / 1000) + days * DAY_SECONDS;

/** What is counted, of which listing of whose, and on which day. */
export type Counting = {
  readonly productId: string;
  readonly supplierId: string;
  readonly on: CalendarDate;
  readonly by: Readonly<Partial<Record<Count, number>>>;
};

/** The day and the month of a listing go up, for the transaction of what is counted. */
export function countWrites({ productId, supplierId, on, by }: Counting): readonly TransactWriteItem[] {
  const month = on.slice(0, 7);
  const rises = Object.fromEntries(Object.entries(by).filter(([, many]) => many !== undefined && many > 0));
  const day = { entity: "product-day", partition: { productId }, sort: { date: on } };
  const whole = { entity: "product-month", partition: { supplierId, month }, sort: { productId } };
  return [
    adding(day, rises, { productId, date: on, [ttlAttribute]: endOf(on, KEPT_DAYS) }),
    adding(whole, rises, { supplierId, month, productId, [ttlAttribute]: endOf(on, KEPT_DAYS) }),
  ];
}

/** Refused when it is there: then this was counted before. */
export const markWrite = (mark: string, on: CalendarDate): TransactWriteItem => creating(MarkRow.create({ mark, ttl: endOf(on, MARKED_DAYS + 1) }));

/** Those of the marks that are there already. */
export async function marked(marks: readonly string[]): Promise<ReadonlySet<string>> {
  const { data } = await MarkRow.get(marks.map((mark) => ({ mark }))).go({ consistent: true });
  return new Set(data.map(({ mark }) => mark));
}

const whole = z.number().optional();
const Counted = z.object({
  views: whole,
  hovers: whole,
  swatches: whole,
  shares: whole,
  quotePresses: whole,
  hearts: whole,
  inquiries: whole,
  quotes: whole,
  orders: whole,
});
const Day = Counted.extend({ date: z.string() });
const Month = Counted.extend({ productId: z.string() });

/** The listings of which a supplier's month is shown; more than the catalogue of any mill. */
const MAX_PRODUCTS = 500;

/** What was counted of a listing from a day on, day by day. */
export async function daysOf(productId: string, from: CalendarDate): Promise<readonly z.infer<typeof Day>[]> {
  const { data } = await DayRow.query.primary({ productId }).gte({ date: from }).go({ limit: 62 });
  return data.map((row) => Day.parse(row));
}

/** What was counted of each of a supplier's listings in a month. */
export async function monthOf(supplierId: string, month: string): Promise<readonly z.infer<typeof Month>[]> {
  const { data } = await MonthRow.query.primary({ supplierId, month }).go({ limit: MAX_PRODUCTS });
  return data.map((row) => Month.parse(row));
}
