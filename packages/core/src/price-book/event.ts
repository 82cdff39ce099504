import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";

const book = { bookVersion: z.int() };
export const Drafted = defineEvent("price_book.drafted", z.object({ ...book, basedOn: z.int() }));
export const Edited = defineEvent("price_book.edited", z.object({ ...book, version: z.int() }));
export const Published = defineEvent("price_book.published", z.object({ ...book, effectiveFrom: z.iso.datetime() }));
export const Discarded = defineEvent("price_book.discarded", z.object(book));
