import type * as z from "zod";
import type { Policy } from "../kernel/action.ts";
import type { Attachment } from "../ports/model.ts";

/** How often a task may run: in an hour for everybody together, in a day (UTC) for one owner. */
export type Quota = {
  readonly perHour: number;
  readonly perOwnerDay: number;
  /** What of the stage's money for a day this task may spend in an hour while no budget says it, in basis points; a quarter unless said. */
  readonly taskBps?: number;
};

/** One thing that a model may be asked, with its bounds and with what is said when it cannot be asked. */
export type Task<I extends z.ZodType = z.ZodType, O extends z.ZodObject = z.ZodObject> = {
  readonly name: string;
  readonly policy: Policy<object>;
  readonly input: I;
  readonly output: O;
  readonly instructions: string;
  readonly prompt: (input: z.output<I>) => string;
  /** Pictures and documents that go with the prompt. */
  readonly attachments?: (input: z.output<I>) => readonly Attachment[];
  /** What is wrong with an answer that has the right shape, in words for the model; undefined when nothing is. */
  readonly problem: (output: z.output<O>, input: z.output<I>) => string | undefined;
  /** The same task by rule, without a model; it always has an answer. */
  readonly fallback: (input: z.output<I>) => z.output<O>;
  readonly maxTokens: number;
  readonly timeoutMs: number;
  readonly quota: Quota;
};

const CAPS = { tokens: 4_000, timeoutMs: 60_000 };

/** Declares a task; throws when its bounds are missing their point. */
export function defineTask<I extends z.ZodType, O extends z.ZodObject>(task: Task<I, O>): Task<I, O> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(task.name)) throw new Error(`${task.name}: a task's name is lower-case words with hyphens`);
  if (task.maxTokens > CAPS.tokens || task.timeoutMs > CAPS.timeoutMs) throw new Error(`${task.name}: over the caps of a task`);
  return task;
}
