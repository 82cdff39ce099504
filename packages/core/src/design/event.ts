import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Origin } from "./model.ts";

export const Kept = defineEvent("design.kept", z.object({ designId: id("design"), origin: Origin }));
export const Deleted = defineEvent("design.deleted", z.object({ designId: id("design") }));
