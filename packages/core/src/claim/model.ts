import * as z from "zod";
import { Money } from "../kernel/money.ts";

/** What is wrong with what arrived. */
export const Kind = z.enum(["short", "damaged", "wrong"]);
export type Kind = z.infer<typeof Kind>;

/** What people call each kind. */
export const kindNames: Readonly<Record<Kind, string>> = {
  short: "Pieces are missing",
  damaged: "Pieces are damaged",
  wrong: "Not what was ordered",
};

export const State = z.enum(["open", "remade", "refunded", "turned_down", "withdrawn"]);
export type State = z.infer<typeof State>;

/** What people call each state. */
export const stateNames: Readonly<Record<State, string>> = {
  open: "Being looked at",
  remade: "To be made again",
  refunded: "Refund decided",
  turned_down: "Turned down",
  withdrawn: "Withdrawn",
};

/** The most photos a claim takes. */
export const MAX_PHOTOS = 6;

/** What somebody says about a claim. */
export const Words = z.string().trim().min(3).max(2_000);

/** How an admin decides: the pieces are made again until a day, money goes back, or nothing is owed. */
export const Decision = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("remake"), untilOn: z.iso.date() }),
  z.strictObject({ outcome: z.literal("refund"), amount: Money }),
  z.strictObject({ outcome: z.literal("turnDown"), reason: Words }),
]);
export type Decision = z.infer<typeof Decision>;
