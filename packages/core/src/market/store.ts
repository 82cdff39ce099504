import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { sha256 } from "../ports/crypto.ts";
import { ttlAttribute } from "../table/keys.ts";
import { rowsBetween } from "../table/plain-rows.ts";
import { adding as setting } from "../table/sum-row.ts";
import { adding } from "../table/tally-row.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating, removing } from "../table/write.ts";
import { KEPT_DAYS, MAX_OBSERVATIONS, Measure, type Observation, Observation as Observed, type Span } from "./model.ts";
import { countersOf } from "./rules.ts";

const text = { type: "string", required: true } as const;
const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** Counters of a month: cases by price, and how many of them are whose, by a hash. Their names are made as they come (`rules.ts`). */
export const MarketRow = entity({
  model: model("market-month"),
  attributes: { segment: text, month: text, measure: text, what: text, ttl: { type: "number" } },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["segment"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["month", "measure", "what"], casing: "none" },
    },
  },
} as const);

/** That a case was counted: it is never counted twice, however late its message comes again. */
export const MarkRow = entity({
  model: model("market-mark"),
  attributes: { mark: text, ttl: { type: "number", required: true } },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["mark"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

/** What an administrator saw of a competitor. */
export const ObservationRow = entity({
  model: model("market-observation"),
  attributes: {
    segment: text,
    observationId: text,
    source: text,
    seenOn: text,
    unitPrice: { type: "any", required: true },
    quantity: { type: "number" },
    note: { type: "string" },
    by: text,
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["segment"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["observationId"], casing: "none" },
    },
  },
} as const);

/** What a model made of the figures and observations of a garment; the last one is kept. */
export const WordsRow = entity({
  model: model("market-words"),
  attributes: { segment: text, text: text, source: text, at: text },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["segment"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

/** Every family beside the others; one garment; a supplier's own. */
export const segments = {
  families: "families",
  garment: (garmentType: string) => `garment:${garmentType}`,
  own: (supplierId: string) => `own:${supplierId}`,
} as const;

const endOf = (month: string): number => Math.floor(Date.parse(`${month}-01T00:00:00.000Z`) / 1000) + KEPT_DAYS * 86_400;

/** One price a piece, in cents: of what, in which month, and whose; `caseId` names what it is counted once for. */
export type Case = {
  readonly caseId: string;
  readonly measure: Measure;
  readonly month: string;
  readonly family: string;
  readonly garmentType: string;
  readonly amount: number;
  readonly quantity: number;
  readonly whose: string;
};

/** Counts a case where it belongs, for one transaction; the first write is refused when it was counted before. */
export function countWrites({ caseId, measure, month, family, garmentType, amount, quantity, whose }: Case): readonly TransactWriteItem[] {
  const ttl = endOf(month);
  const add = (segment: string, what: string) => {
    const sort = { month, measure, what };
    const by = countersOf({ amount, quantity, mark: sha256(`${segment} ${whose}`).slice(0, 12) });
    return adding({ entity: "market-month", partition: { segment }, sort }, by, { segment, ...sort, [ttlAttribute]: ttl });
  };
  return [
    creating(MarkRow.create({ mark: sha256(`market ${measure} ${caseId}`), ttl })),
    add(segments.families, family),
    add(segments.garment(garmentType), "all"),
    ...(measure === "made" ? [add(segments.own(whose), garmentType)] : []),
  ];
}

const Row = z.looseObject({ month: z.string(), measure: Measure, what: z.string() });
export type Row = z.infer<typeof Row>;

/** Every counter of a segment in a span; one request. */
export async function rowsOf(segment: string, { from, to }: Span): Promise<readonly Row[]> {
  const at = (month: string) => ({ entity: "market-month", partition: { segment }, sort: { month } });
  return (await rowsBetween(at(from), at(to))).map((row) => Row.parse(row));
}

const Seen = Observed.extend({ observationId: z.string(), by: z.string() }).strip();
export type Seen = z.infer<typeof Seen>;

/** What was seen of competitors for a garment, oldest first; one request. */
export async function observationsOf(garmentType: string): Promise<readonly Seen[]> {
  const { data } = await ObservationRow.query.primary({ segment: segments.garment(garmentType) }).go({ limit: MAX_OBSERVATIONS });
  return data.map((row) => Seen.parse(row));
}

export const observeWrite = (
  garmentType: string,
  { note, quantity, ...seen }: Observation & { readonly observationId: string; readonly by: string },
) =>
  creating(
    ObservationRow.create({
      segment: segments.garment(garmentType),
      ...seen,
      ...(note === undefined ? {} : { note }),
      ...(quantity === undefined ? {} : { quantity }),
    }),
  );

export const forgetWrite = (garmentType: string, observationId: string): TransactWriteItem =>
  removing(ObservationRow.remove({ segment: segments.garment(garmentType), observationId }));

const Words = z.object({ text: z.string(), source: z.enum(["model", "fallback"]), at: z.string() });
export type Words = z.infer<typeof Words>;

export async function wordsOf(garmentType: string): Promise<Words | undefined> {
  const { data } = await WordsRow.get({ segment: segments.garment(garmentType) }).go();
  return data ? Words.parse(data) : undefined;
}

/** Keeps the words in the place of those before. */
export const wordsWrite = (garmentType: string, words: Words): TransactWriteItem =>
  setting({ entity: "market-words", partition: { segment: segments.garment(garmentType) }, sort: {} }, {}, words);
