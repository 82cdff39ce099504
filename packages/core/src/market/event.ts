import * as z from "zod";
import { GarmentType } from "../garment/model.ts";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const seen = { garmentType: GarmentType, observationId: id("observation") };
export const Observed = defineEvent("market.observed", z.object(seen));
export const Forgotten = defineEvent("market.observation_removed", z.object(seen));
export const WordsAsked = defineEvent("market.words_asked", z.object({ garmentType: GarmentType }));
export const WordsWritten = defineEvent("market.words_written", z.object({ garmentType: GarmentType, source: z.enum(["model", "fallback"]) }));
