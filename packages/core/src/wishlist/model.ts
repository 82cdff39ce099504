import * as z from "zod";

/** How many lists somebody may keep: each has one of so many places. */
export const MAX_LISTS = 10;

/** How many products fit on one list. */
export const MAX_ENTRIES = 50;

/** What the list is called that the first heart makes. */
export const FIRST_NAME = "Saved products";

export const ListName = z.string().trim().min(1).max(60);

/** What somebody writes beside a product of their list, for themselves; an empty one is none. */
export const Note = z.string().trim().max(500);
