import * as z from "zod";
import { Query } from "../search/model.ts";

/** How many searches somebody may keep: each has one of so many places. */
export const MAX_SEARCHES = 10;

/** Mail about new listings comes once a day at most, for each search. */
export const ALERT_HOURS = 24;

/** Listings that one mail names; how many more there are it only says. */
export const MAX_TOLD = 8;

export const SearchName = z.string().trim().min(1).max(80);

/** What is asked of the catalogue, without how the answer is put in order and cut into pages. */
export const Asked = Query.omit({ sort: true, limit: true, cursor: true });
export type Asked = z.output<typeof Asked>;

/** The question as it stands in an address; what was not chosen is left out. */
export const AskedText = z.record(z.string(), z.string().max(800));
export type AskedText = z.infer<typeof AskedText>;
