import { dateOf } from "../kernel/calendar.ts";
import { type AppError, isKind } from "../kernel/error.ts";
import { newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import type { Asking } from "../ports/model.ts";
import { commit } from "../table/commit.ts";
import { type Alert, type Reservation, reserve } from "./budget.ts";
import { BudgetReached } from "./event.ts";
import { nothingSpent, type Outcome, type Source, type Spent } from "./model.ts";
import { settings } from "./settings.ts";
import { hold, releaseWrite, usageWrite } from "./store.ts";
import type { Quota } from "./task.ts";
import { count } from "./totals.ts";

/** Whose asking it is. One `key` is asked for and paid for once, however often its message comes. */
export type About = {
  readonly key: string;
  /** What it was asked with, where a caller could send the same key with something else. */
  readonly bodyHash?: string;
  readonly ownerId: string;
  /** The record it is for. */
  readonly subjectId?: string;
};

/** A call that has been paid for or may have been: its row, and how its true cost takes the place of the worst case. */
type Open = { readonly holdId: string; readonly settle: () => Promise<void> };

export type Tried<T> = {
  readonly outcome: Outcome;
  readonly spent: Spent;
  readonly value?: T;
  readonly reason?: string;
  readonly mistake?: Asking["mistake"];
  /** What was set aside for it, to be settled when all is written down. */
  readonly open?: readonly Open[];
  readonly alert?: Alert | undefined;
};

const outcomeOf = ({ code }: AppError): Outcome => (code === "model.busy" ? "busy" : code === "model.timeout" ? "timeout" : "unavailable");

/** A call that failed before the model worked costs nothing; after a time-out nobody knows, so the worst case stays spent. */
function letDown(problem: unknown, worstMicros: number): Tried<never> {
  if (!isKind(problem, "unavailable")) throw problem;
  const outcome = outcomeOf(problem);
  const costMicros = outcome === "timeout" ? worstMicros : 0;
  return { outcome, spent: { ...nothingSpent, costMicros }, reason: problem.cause instanceof Error ? problem.cause.name : problem.code };
}

const failures: ReadonlySet<Outcome> = new Set<Outcome>(["garbled", "busy", "timeout", "unavailable"]);

/** A call that costs money: who asks for what, of which model, and the most it can cost in millionths of a US dollar. */
export type Order = {
  readonly task: { readonly name: string; readonly quota: Quota };
  readonly about: About;
  readonly modelId: string;
  readonly worstMicros: number;
};

/** Makes the call under a row that says so: should we end before it is settled, the sweep finds it. */
async function call<T>({ task, about, modelId, worstMicros }: Order, reservation: Reservation, run: () => Promise<Tried<T>>): Promise<Tried<T>> {
  const { key, ownerId, subjectId } = about;
  const holdId = newId("job");
  const { requestId } = Request.use();
  await hold({ holdId, key, task: task.name, ownerId, modelId, worstMicros, requestId, at: nowIso(), ...(subjectId ? { subjectId } : {}) });
  const tried = await run().catch((problem: unknown): Tried<T> => letDown(problem, worstMicros));
  if (failures.has(tried.outcome)) await reservation.failed();
  return { ...tried, open: [{ holdId, settle: () => reservation.settle(tried.spent.costMicros) }] };
}

/** Sets the worst case aside and makes the call; without the money or the place for it nothing is called. */
export async function paid<T>(order: Order, run: () => Promise<Tried<T>>): Promise<Tried<T>> {
  const { task, about, worstMicros } = order;
  const { reservation, refusal, alert } = await reserve({
    task: task.name,
    ownerId: about.ownerId,
    quota: task.quota,
    worstMicros,
    budgets: (await settings()).budgets,
    now: Request.use().now,
  });
  if (!reservation) return { outcome: refusal, spent: nothingSpent, alert };
  return { ...(await call(order, reservation, run)), alert };
}

type Done<R> = Pick<Order, "about" | "modelId"> & {
  readonly task: { readonly name: string };
  readonly tried: Tried<unknown>;
  readonly source: Source;
  /** What is answered to the key from now on. */
  readonly reply: R;
};

/** Under which operation and key an answer is kept. */
export const keptUnder = ({ task, about }: Pick<Done<unknown>, "task" | "about">) => ({
  operation: `ai.${task.name}`,
  key: about.key,
  bodyHash: about.bodyHash ?? about.key,
});

/** Writes down what was asked and what it cost, with the answer under its key, and puts the true cost in the place of what was set aside. */
export async function settled<R>({ task, about, modelId, tried, source, reply }: Done<R>): Promise<R> {
  const request = Request.use();
  const { outcome, spent, reason, open = [], alert } = tried;
  const { key, ownerId, subjectId } = about;
  const usage = { key, ownerId, subjectId, task: task.name, modelId, outcome, reason, spent, requestId: request.requestId, at: nowIso() };
  const events = alert ? [BudgetReached({ dayOn: dateOf(request.now), percent: alert, budgetMicros: (await settings()).budgets.dayMicros })] : [];
  const writes = [usageWrite(usage), ...open.map(releaseWrite)];
  const idempotency = keptUnder({ task, about });
  const kept = await Request.with({ ...request, idempotency }, () => commit({ about: subjectId ?? key, writes, events, reply }));
  await Promise.all([...open.map(({ settle }) => settle()), count({ ...usage, source })]);
  return kept;
}
