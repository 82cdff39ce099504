import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Status, Task } from "./model.ts";

const about = { jobId: id("job"), task: Task, run: z.int() };
/** A job is to be done; `run` counts its starts, so that a message of an earlier one does nothing. */
export const Asked = defineEvent("ai_job.asked", z.object(about));
export const Ended = defineEvent("ai_job.ended", z.object({ ...about, status: Status.extract(["done", "failed", "cancelled"]) }));
