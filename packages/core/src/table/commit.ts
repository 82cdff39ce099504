import { TransactionCanceledException, TransactWriteItemsCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { setTimeout as sleep } from "node:timers/promises";
import { refOf, type ActorRef } from "../kernel/actor.ts";
import { type AppError, conflict, unavailable } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { changesOf } from "../kernel/redacted.ts";
import { type IdempotencyKey, Request, type RequestValue } from "../kernel/request.ts";
import { sourceOf } from "../kernel/source.ts";
import { dynamo } from "./client.ts";
import { isContended, refusedAt } from "./contention.ts";
import { eventRow, stamp } from "./event.ts";
import { earlierReply, replyRow } from "./idempotency.ts";
import { creating } from "./write.ts";

export type Change<T> = {
  /** The record the events are about; its log is read by this id. */
  readonly about: string;
  readonly writes: readonly TransactWriteItem[];
  readonly events: readonly DomainEvent[];
  /** The record as it was and what of it is different now; the audit keeps a redacted difference with the first event. */
  readonly changed?: { readonly before?: object | undefined; readonly after: object };
  /** What the command answers; kept beside the writes, so that a repeated call gets the same answer. */
  readonly reply: T;
  /** The error for a refused guard; receives the index of the first refused write. */
  readonly refused?: (index: number) => AppError;
  /** How often it is tried again while others are at the same rows; four times unless many are expected. */
  readonly patience?: number;
};

/** Whose key it is: the person or guest who calls, or the worker that consumes. */
export function scopeOfKey(actor: ActorRef): string {
  return `${actor.type}:${actor.id}`;
}

const CONFLICT_RETRIES = 4;

/** The rows of what happened; what was changed stands with the first of them. */
function eventRows<T>({ about, events, changed }: Change<T>, request: RequestValue): TransactWriteItem[] {
  const source = sourceOf(request.address ?? "");
  const outbox = request.isReplay ? "replayed" : "pending";
  const shared = {
    subjectId: about,
    actor: refOf(request.actor),
    requestId: request.requestId,
    at: request.now.toISOString(),
    ...(source ? { source } : {}),
  };
  const changes = changed ? changesOf({ ...changed.before }, { ...changed.after }) : {};
  return events.map((event, index) =>
    creating(eventRow(stamp(event, { ...shared, ...(index === 0 && Object.keys(changes).length > 0 ? { changes } : {}) }), outbox)),
  );
}

function rowsOf<T>(change: Change<T>, request: RequestValue): TransactWriteItem[] {
  const actor = refOf(request.actor);
  const events = eventRows(change, request);
  const reply = request.idempotency ? [creating(replyRow({ ...request.idempotency, scope: scopeOfKey(actor) }, change.reply, request.now))] : [];
  return [...change.writes, ...events, ...reply];
}

/** Waits double with each attempt, up to a second; the odd part keeps those who met apart. */
const pause = (attempt: number): number => Math.min(15 * 2 ** attempt, 1_000) + ((attempt * 7) % 11);

/** Sends the transaction, again while others are in its way; gives the place of the first write that was refused. */
export async function send(rows: TransactWriteItem[], patience: number = CONFLICT_RETRIES, attempt = 0): Promise<number | undefined> {
  try {
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: rows }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const refused = refusedAt(error);
    if (refused >= 0) return refused;
    if (!isContended(error)) throw error;
    if (attempt >= patience) throw unavailable("table.contended", "Too many changes at once; try again in a moment", error);
    await sleep(pause(attempt));
    return send(rows, patience, attempt + 1);
  }
}

/** Keys under which something has been written; a second write under one would be taken for a repetition and do nothing. */
const spent = new WeakSet<IdempotencyKey>();

/**
 * One transaction: the writes, the events (log and outbox at once) and the answer under the caller's key. All or nothing.
 * A repeated call gets the first call's answer. Throws what `refused` makes of a guard that did not hold, by default
 * `record.changed`; `table.contended` when other writers keep winning.
 */
export async function commit<T>(change: Change<T>): Promise<T> {
  const request = Request.use();
  const { idempotency } = request;
  if (idempotency && spent.has(idempotency)) throw new Error(`${idempotency.operation} commits twice under one key`);
  const reply = await write(change, request);
  if (idempotency) spent.add(idempotency);
  return reply;
}

/** Answers that were not made now but kept from a first call. */
const repeated = new WeakSet<object>();

/** Whether an answer is that of an earlier call, maybe of an earlier release. */
export const isRepeated = (reply: unknown): boolean => typeof reply === "object" && reply !== null && repeated.has(reply);

function remembered(reply: unknown): unknown {
  if (typeof reply === "object" && reply !== null) repeated.add(reply);
  return reply;
}

async function write<T>(change: Change<T>, request: RequestValue): Promise<T> {
  const rows = rowsOf(change, request);
  const index = await send(rows, change.patience);
  if (index === undefined) return change.reply;
  const scope = scopeOfKey(refOf(request.actor));
  const earlier = request.idempotency ? await earlierReply(scope, request.idempotency, request.now) : undefined;
  // The stored answer was produced by this same operation from this same body, so it has this command's shape.
  if (earlier) return remembered(earlier.value) as T;
  // The key was in the way and is not any more: its day has ended meanwhile.
  if (request.idempotency && index === rows.length - 1) return write(change, request);
  throw change.refused?.(index) ?? conflict("record.changed", "This changed while you were looking at it; read it again");
}
