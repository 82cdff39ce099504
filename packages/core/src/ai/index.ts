import * as z from "zod";
import { config } from "../config.ts";
import { refOf } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { type AppError, forbidden, isKind } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { type Answer, type Asking, Model } from "../ports/model.ts";
import { commit, scopeOfKey } from "../table/commit.ts";
import { earlierReply } from "../table/idempotency.ts";
import { askingOf, judged } from "./asking.ts";
import { type Reservation, reserve } from "./budget.ts";
import { addSpent, nothingSpent, Outcome, Source, type Spent } from "./model.ts";
import { costOf, type Price, priceOf, worstOf } from "./rules.ts";
import { usageWrite } from "./store.ts";
import type { Task } from "./task.ts";

export { Outcome, Source } from "./model.ts";
export { usageOn } from "./store.ts";

/** Whose asking it is. One `key` is asked for and paid for once, however often its message comes. */
export type About = {
  readonly key: string;
  /** What it was asked with, where a caller could send the same key with something else. */
  readonly bodyHash?: string;
  readonly ownerId: string;
  /** The record it is for. */
  readonly subjectId?: string;
};

type Tried<T> = {
  readonly outcome: Outcome;
  readonly spent: Spent;
  readonly value?: T;
  readonly reason?: string;
  readonly mistake?: Asking["mistake"];
};

type Case<I extends z.ZodType, O extends z.ZodObject> = {
  readonly task: Task<I, O>;
  readonly input: z.output<I>;
  readonly about: About;
  readonly price: Price;
};

function judge<I extends z.ZodType, O extends z.ZodObject>({ task, input }: Case<I, O>, answer: Answer, spent: Spent): Tried<z.output<O>> {
  if (answer.outcome !== "answered") return { outcome: answer.outcome, spent };
  const found = judged(task, input, answer.value);
  if (found.problem === undefined) return { outcome: "answered", spent, value: found.value };
  return { outcome: "garbled", spent, mistake: { answer: answer.value, problem: found.problem } };
}

const outcomeOf = ({ code }: AppError): Outcome => (code === "model.busy" ? "busy" : code === "model.timeout" ? "timeout" : "unavailable");

/** A call that failed before the model worked costs nothing; after a time-out nobody knows, so the worst case stays spent. */
async function letDown(problem: unknown, { settle, failed }: Reservation, worstMicros: number): Promise<Tried<never>> {
  if (!isKind(problem, "unavailable")) throw problem;
  const outcome = outcomeOf(problem);
  const costMicros = outcome === "timeout" ? worstMicros : 0;
  await Promise.all([settle(costMicros), failed()]);
  return { outcome, spent: { ...nothingSpent, costMicros }, reason: problem.cause instanceof Error ? problem.cause.name : problem.code };
}

async function attempt<I extends z.ZodType, O extends z.ZodObject>(one: Case<I, O>, mistake?: Asking["mistake"]): Promise<Tried<z.output<O>>> {
  const { task, input, about, price } = one;
  const { name, maxTokens, quota } = task;
  const asking = askingOf(task, input, mistake);
  const worstMicros = worstOf(price, { bytes: Model.use().sizeOf(asking), maxTokens });
  const dayMicros = Number(config("MODEL_DAY_MICROS"));
  const reserved = await reserve({ task: name, ownerId: about.ownerId, quota, worstMicros, dayMicros, now: Request.use().now });
  if (typeof reserved === "string") return { outcome: reserved, spent: nothingSpent };
  let answer: Answer;
  try {
    answer = await Model.use().read(asking);
  } catch (error) {
    return letDown(error, reserved, worstMicros);
  }
  const spent = { ...answer.usage, costMicros: costOf(price, answer.usage) };
  const tried = judge(one, answer, spent);
  await Promise.all([reserved.settle(spent.costMicros), tried.outcome === "garbled" ? reserved.failed() : undefined]);
  return tried;
}

/** Asks, and when the answer cannot be used, asks once more with what was wrong about it. */
async function consult<I extends z.ZodType, O extends z.ZodObject>(one: Case<I, O>): Promise<Tried<z.output<O>>> {
  const first = await attempt(one);
  if (first.outcome !== "garbled") return first;
  const second = await attempt(one, first.mistake);
  return { ...second, outcome: second.outcome === "answered" ? "repaired" : second.outcome, spent: addSpent(first.spent, second.spent) };
}

const Said = z.object({ value: z.unknown(), source: Source, outcome: Outcome, costMicros: z.int() });
export type Said<T> = Omit<z.infer<typeof Said>, "value"> & { readonly value: T };

/**
 * Has a task done: by the model within its quota and the stage's budget, or by the task's own rule when the model is not
 * there, does not answer as it must, or may not be asked. It never fails for the model's sake. The answer is kept under
 * the key for a day, so that a message that comes again after a crash finds it and nothing is paid twice.
 */
export async function ask<I extends z.ZodType, O extends z.ZodObject>(task: Task<I, O>, raw: z.input<I>, about: About): Promise<Said<z.output<O>>> {
  const request = Request.use();
  if (!task.policy.act(request.actor, {})) throw forbidden("ai.forbidden", "You are not allowed to do this");
  const input = task.input.parse(raw);
  const idempotency = { operation: `ai.${task.name}`, key: about.key, bodyHash: about.bodyHash ?? about.key };
  const read = (kept: unknown): Said<z.output<O>> => {
    const said = Said.parse(kept);
    return { ...said, value: task.output.parse(said.value) };
  };
  const earlier = await earlierReply(scopeOfKey(refOf(request.actor)), idempotency, request.now);
  if (earlier) return read(earlier.value);
  const modelId = Model.use().id();
  const price = priceOf(modelId, dateOf(request.now));
  const tried: Tried<z.output<O>> = price ? await consult({ task, input, about, price }) : { outcome: "unpriced", spent: nothingSpent };
  const { outcome, spent, reason } = tried;
  const { key, ownerId, subjectId } = about;
  const usage = { key, ownerId, subjectId, task: task.name, modelId, outcome, reason, spent, requestId: request.requestId, at: nowIso() };
  const source: Source = tried.value === undefined ? "fallback" : "model";
  const reply = { value: tried.value ?? task.fallback(input), source, outcome, costMicros: spent.costMicros };
  return read(await Request.with({ ...request, idempotency }, () => commit({ about: about.key, writes: [usageWrite(usage)], events: [], reply })));
}
