import type * as z from "zod";
import type { Policy } from "../kernel/action.ts";
import type { Task } from "./task.ts";

/** One kind of picture that a model may be asked to draw, with its bounds. None can be drawn by rule: without a model there is none. */
export type PictureTask<I extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly policy: Policy<object>;
  readonly input: I;
  /** What it shows, and what it must not show; each at most 1,024 characters. */
  readonly prompt: (input: z.output<I>) => { readonly text: string; readonly avoid?: string };
  readonly width: number;
  readonly height: number;
  readonly timeoutMs: number;
  readonly quota: Task["quota"];
};

/** The longest prompt that the model takes, in characters. */
export const MAX_PROMPT = 1_024;

const CAPS = { side: 1_024, timeoutMs: 60_000 };

/** Declares a picture; throws when its bounds are missing their point. */
export function definePicture<I extends z.ZodType>(task: PictureTask<I>): PictureTask<I> {
  const { name, width, height, timeoutMs } = task;
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`${name}: a task's name is lower-case words with hyphens`);
  const isOver = Math.max(width, height) > CAPS.side || timeoutMs > CAPS.timeoutMs;
  if (isOver || [width, height].some((side) => side % 16 !== 0)) throw new Error(`${name}: over the caps of a picture`);
  return task;
}
