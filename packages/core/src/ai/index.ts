import * as z from "zod";
import { refOf } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { forbidden } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { type Answer, type Asking, Model } from "../ports/model.ts";
import { scopeOfKey } from "../table/commit.ts";
import { earlierReply } from "../table/idempotency.ts";
import { askingOf, judged } from "./asking.ts";
import { addSpent, nothingSpent, Outcome, Source, type Spent } from "./model.ts";
import { type About, keptUnder, paid, settled, type Tried } from "./paid.ts";
import { costOf, type Price, priceIn, worstOf } from "./rules.ts";
import { settings } from "./settings.ts";
import type { Task } from "./task.ts";

export { Outcome, Source } from "./model.ts";
export { BudgetReached, BudgetsSet, PriceSet } from "./event.ts";
export { settleLost } from "./lost.ts";
export { setBudgets, setPrice } from "./set.ts";
export { day, spend } from "./spend.ts";
export { usageOn } from "./store.ts";
export { draw, type Drawn } from "./draw.ts";
export type { About } from "./paid.ts";

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

async function attempt<I extends z.ZodType, O extends z.ZodObject>(one: Case<I, O>, mistake?: Asking["mistake"]): Promise<Tried<z.output<O>>> {
  const { task, input, about, price } = one;
  const asking = askingOf(task, input, mistake);
  const modelId = Model.use().id();
  const worstMicros = worstOf(price, { bytes: Model.use().sizeOf(asking), maxTokens: task.maxTokens });
  return paid({ task, about, modelId, worstMicros }, () =>
    Model.use()
      .read(asking)
      .then((answer) => judge(one, answer, { ...answer.usage, costMicros: costOf(price, answer.usage) })),
  );
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
  const read = (kept: unknown): Said<z.output<O>> => {
    const said = Said.parse(kept);
    return { ...said, value: task.output.parse(said.value) };
  };
  const earlier = await earlierReply(scopeOfKey(refOf(request.actor)), keptUnder({ task, about }), request.now);
  if (earlier) return read(earlier.value);
  const modelId = Model.use().id();
  const price = priceIn((await settings()).prices, modelId, dateOf(request.now));
  const tried: Tried<z.output<O>> = price ? await consult({ task, input, about, price }) : { outcome: "unpriced", spent: nothingSpent };
  const { outcome, spent } = tried;
  const source: Source = tried.value === undefined ? "fallback" : "model";
  const reply = { value: tried.value ?? task.fallback(input), source, outcome, costMicros: spent.costMicros };
  return read(await settled({ task, about, modelId, tried, source, reply }));
}
