import { encodeTime, monotonicFactory, ulid } from "ulid";
import * as z from "zod";

/** One prefix for each kind of record, so that an id says what it names wherever it turns up. */
export const prefixes = {
  org: "org",
  supplier: "org",
  product: "prd",
  image: "img",
  quote: "quo",
  order: "ord",
  stage: "stg",
  update: "upd",
  inspection: "ins",
  sample: "smp",
  shipment: "shp",
  offer: "off",
  payment: "pay",
  refund: "rfd",
  entry: "ent",
  invoice: "inv",
  event: "evt",
  job: "job",
  export: "exp",
  challenge: "chl",
  timer: "tmr",
  invitation: "nvt",
  address: "adr",
  upload: "upl",
  wishlist: "wsl",
  inquiry: "inq",
  message: "msg",
  search: "sch",
  rfq: "rfq",
  lead: "led",
  approval: "apv",
  design: "dsn",
  observation: "obs",
  claim: "clm",
} as const;

export type IdKind = keyof typeof prefixes;

/** The schema of ids of one kind: prefix, underscore, lower-case ULID. */
export const id = (kind: IdKind) => z.string().regex(new RegExp(`^${prefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`), `not a ${kind} id`);

/** Events of one moment keep the order in which they happened. */
const inOrder = monotonicFactory();

/** A new id: time-ordered, 80 random bits; those of events also within a millisecond, where the process that makes them is one. */
export const newId = (kind: IdKind): string => `${prefixes[kind]}_${(kind === "event" ? inOrder() : ulid()).toLowerCase()}`;

/** The id that a fingerprint (hexadecimal, 26 digits or more) always gives, with no moment in it. */
export const idOf = (kind: IdKind, hash: string): string => `${prefixes[kind]}_${hash.slice(0, 26)}`;

/** The id that this moment and this fingerprint (hexadecimal, sixteen digits or more) always give: for what must be made once, however often it is tried. */
export const idFrom = (kind: IdKind, at: number, hash: string): string => `${prefixes[kind]}_${encodeTime(at, 10).toLowerCase()}${hash.slice(0, 16)}`;
