import { definePort } from "../kernel/port.ts";

/** The queues of the stage, by the name of the work they hold. */
export const queueNames = [
  "run-task",
  "issue-invoice",
  "render-invoice",
  "apply-payment",
  "send-mail",
  "index-product",
  "import-products",
  "fulfil-privacy",
  "follow-standing",
  "count-interest",
  "alert-search",
] as const;
export type QueueName = (typeof queueNames)[number];

/** How often a message is tried before it goes to the dead letters. */
export const MAX_TRIES = 5;

/** Queues that keep the order within a group and drop a message id seen in the last five minutes. */
export const orderedQueues: ReadonlySet<QueueName> = new Set<QueueName>(["issue-invoice", "apply-payment", "index-product"]);

export type Message = {
  /** Names the message for ever; a consumer that sees it twice does its work once. */
  readonly id: string;
  /** Messages of one group are handled in order (ordered queues only). */
  readonly group: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Puts work where a worker will find it; throws `queue.unavailable` when it could not. */
export type Queue = { readonly send: (queue: QueueName, messages: readonly Message[]) => Promise<void> };

export const Queue = definePort<Queue>("Queue");
