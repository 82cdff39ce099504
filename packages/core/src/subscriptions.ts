import type { QueueName } from "./ports/queue.ts";

/** Who reacts to what: event type to the queues its message goes to. An event that nobody reacts to is still the log. */
export const subscriptions: Readonly<Record<string, readonly QueueName[]>> = {};

/** The queues that hear of this event type. */
export const queuesFor = (type: string): readonly QueueName[] => subscriptions[type] ?? [];
