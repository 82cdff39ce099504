import { GarmentType } from "@sleekapp/core/garment/model";
import * as z from "zod";

const Talk = z.strictObject({
  name: z.string(),
  email: z.string(),
  company: z.string(),
  phone: z.string(),
  garmentType: z.union([GarmentType, z.literal("")]),
  quantity: z.number().optional(),
  wantedOn: z.string(),
  notes: z.string(),
});
export type Talk = z.infer<typeof Talk>;

const initial: Talk = { name: "", email: "", company: "", phone: "", garmentType: "", wantedOn: "", notes: "" };

/** What was typed into the form for a person, in this tab, until it was sent. */
export const talkDraft = { key: "talk", initial, parse: (value: unknown): Talk | undefined => Talk.safeParse(value).data } as const;
