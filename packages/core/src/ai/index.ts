import * as z from "zod";
import { config } from "../config.ts";
import { refOf } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { type AppError, forbidden, isKind } from "../kernel/error.ts";
import { newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { type Answer, type Asking, Model } from "../ports/model.ts";
import { commit, scopeOfKey } from "../table/commit.ts";
import { earlierReply } from "../table/idempotency.ts";
import { askingOf, judged } from "./asking.ts";
import { type Alert, type Reservation, reserve } from "./budget.ts";
import { BudgetReached } from "./event.ts";
import { addSpent, nothingSpent, Outcome, Source, type Spent } from "./model.ts";
import { writtenPrices } from "./prices.ts";
import { costOf, type Price, priceIn, worstOf } from "./rules.ts";
import { hold, releaseWrite, usageWrite } from "./store.ts";
import type { Task } from "./task.ts";
import { count } from "./totals.ts";

export { Outcome, Source } from "./model.ts";
export { BudgetReached, PriceSet } from "./event.ts";
export { settleLost } from "./lost.ts";
export { day, setPrice, spend } from "./spend.ts";
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
  /** What was set aside for it, to be settled when all is written down. */
  readonly open?: readonly Open[];
  readonly alert?: Alert | undefined;
};

/** A call that has been paid for or may have been: its row, and how its true cost takes the place of the worst case. */
type Open = { readonly holdId: string; readonly settle: () => Promise<void> };

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
function letDown(problem: unknown, worstMicros: number): Tried<never> {
  if (!isKind(problem, "unavailable")) throw problem;
  const outcome = outcomeOf(problem);
  const costMicros = outcome === "timeout" ? worstMicros : 0;
  return { outcome, spent: { ...nothingSpent, costMicros }, reason: problem.cause instanceof Error ? problem.cause.name : problem.code };
}

const failures: ReadonlySet<Outcome> = new Set<Outcome>(["garbled", "busy", "timeout", "unavailable"]);

/** Makes the call under a row that says so: should we end before it is settled, the sweep finds it. */
async function call<I extends z.ZodType, O extends z.ZodObject>(
  one: Case<I, O>,
  asking: Asking,
  set: { readonly reservation: Reservation; readonly worstMicros: number },
): Promise<Tried<z.output<O>>> {
  const { reservation, worstMicros } = set;
  const { key, ownerId, subjectId } = one.about;
  const holdId = newId("job");
  const { requestId } = Request.use();
  await hold({
    holdId,
    key,
    task: one.task.name,
    ownerId,
    modelId: Model.use().id(),
    worstMicros,
    requestId,
    at: nowIso(),
    ...(subjectId ? { subjectId } : {}),
  });
  const tried = await Model.use()
    .read(asking)
    .then(
      (answer) => judge(one, answer, { ...answer.usage, costMicros: costOf(one.price, answer.usage) }),
      (problem: unknown) => letDown(problem, worstMicros),
    );
  if (failures.has(tried.outcome)) await reservation.failed();
  return { ...tried, open: [{ holdId, settle: () => reservation.settle(tried.spent.costMicros) }] };
}

async function attempt<I extends z.ZodType, O extends z.ZodObject>(one: Case<I, O>, mistake?: Asking["mistake"]): Promise<Tried<z.output<O>>> {
  const { task, input, about, price } = one;
  const { name, maxTokens, quota } = task;
  const asking = askingOf(task, input, mistake);
  const worstMicros = worstOf(price, { bytes: Model.use().sizeOf(asking), maxTokens });
  const dayMicros = Number(config("MODEL_DAY_MICROS"));
  const { reservation, refusal, alert } = await reserve({
    task: name,
    ownerId: about.ownerId,
    quota,
    worstMicros,
    dayMicros,
    now: Request.use().now,
  });
  if (!reservation) return { outcome: refusal, spent: nothingSpent, alert };
  return { ...(await call(one, asking, { reservation, worstMicros })), alert };
}

/** Asks, and when the answer cannot be used, asks once more with what was wrong about it. */
async function consult<I extends z.ZodType, O extends z.ZodObject>(one: Case<I, O>): Promise<Tried<z.output<O>>> {
  const first = await attempt(one);
  if (first.outcome !== "garbled") return first;
  const second = await attempt(one, first.mistake);
  return {
    ...second,
    outcome: second.outcome === "answered" ? "repaired" : second.outcome,
    spent: addSpent(first.spent, second.spent),
    open: [...(first.open ?? []), ...(second.open ?? [])],
    alert: second.alert ?? first.alert,
  };
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
  const price = priceIn(await writtenPrices(), modelId, dateOf(request.now));
  const tried: Tried<z.output<O>> = price ? await consult({ task, input, about, price }) : { outcome: "unpriced", spent: nothingSpent };
  const { outcome, spent, reason, open = [], alert } = tried;
  const { key, ownerId, subjectId } = about;
  const usage = { key, ownerId, subjectId, task: task.name, modelId, outcome, reason, spent, requestId: request.requestId, at: nowIso() };
  const source: Source = tried.value === undefined ? "fallback" : "model";
  const reply = { value: tried.value ?? task.fallback(input), source, outcome, costMicros: spent.costMicros };
  const events = alert ? [BudgetReached({ dayOn: dateOf(request.now), percent: alert, budgetMicros: Number(config("MODEL_DAY_MICROS")) })] : [];
  const writes = [usageWrite(usage), ...open.map(releaseWrite)];
  const kept = await Request.with({ ...request, idempotency }, () => commit({ about: subjectId ?? key, writes, events, reply }));
  await Promise.all([...open.map(({ settle }) => settle()), count({ ...usage, source })]);
  return read(kept);
}
