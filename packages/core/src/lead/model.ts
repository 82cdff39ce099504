import * as z from "zod";
import { GarmentType } from "../garment/model.ts";
import { CalendarDate } from "../kernel/calendar.ts";

/** Where somebody who wants to talk stands on the way to an order. */
export const Stage = z.enum(["new", "contacted", "qualified", "proposal", "negotiation", "won", "lost"]);
export type Stage = z.infer<typeof Stage>;

export const Temperature = z.enum(["hot", "warm", "cold"]);
export type Temperature = z.infer<typeof Temperature>;

export const Priority = z.enum(["high", "medium", "low"]);
export type Priority = z.infer<typeof Priority>;

/** What can be written to somebody again; an offer and a last call speak of the quote that was made. */
export const FollowUp = z.enum(["gentle", "offer", "last_call"]);
export type FollowUp = z.infer<typeof FollowUp>;

/** What happened to a lead, one entry each. */
export const EntryKind = z.enum(["request", "note", "follow_up", "stage", "quote", "stopped"]);
export type EntryKind = z.infer<typeof EntryKind>;

/** Hours in which somebody answers; the seed's page promised a day. */
export const RESPOND_HOURS = 24;

/** Hours between two follow-ups at least. */
export const PAUSE_HOURS = 24;

/** Entries of one lead, which are read as a whole. */
export const MAX_ENTRIES = 100;

/** Days that a lead stays after the last thing that happened. */
export const KEPT_DAYS = 730;

/** What somebody asks a person for. */
export const Request = z.strictObject({
  name: z.string().trim().min(2).max(100),
  company: z.string().trim().min(1).max(120).optional(),
  phone: z.string().trim().min(5).max(30).optional(),
  garmentType: GarmentType.optional(),
  quantity: z.int().min(1).max(10_000_000),
  wantedOn: CalendarDate.optional(),
  notes: z.string().trim().min(10, "at least ten letters").max(2_000),
});
export type Request = z.infer<typeof Request>;

export const NoteText = z.string().trim().min(2, "at least two letters").max(2_000);
