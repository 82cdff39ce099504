import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { config, type ConfigKey } from "../../config.ts";
import { unavailable } from "../../kernel/error.ts";
import { type Message, orderedQueues, type Queue, type QueueName } from "../../ports/queue.ts";

const urlKeys = {
  "run-task": "RUN_TASK_QUEUE_URL",
  "issue-invoice": "ISSUE_INVOICE_QUEUE_URL",
  "render-invoice": "RENDER_INVOICE_QUEUE_URL",
  "apply-payment": "APPLY_PAYMENT_QUEUE_URL",
  "send-mail": "SEND_MAIL_QUEUE_URL",
  "index-product": "INDEX_PRODUCT_QUEUE_URL",
  "import-products": "IMPORT_PRODUCTS_QUEUE_URL",
  "fulfil-privacy": "FULFIL_PRIVACY_QUEUE_URL",
  "follow-standing": "FOLLOW_STANDING_QUEUE_URL",
  "count-interest": "COUNT_INTEREST_QUEUE_URL",
  "alert-search": "ALERT_SEARCH_QUEUE_URL",
} as const satisfies Record<QueueName, ConfigKey>;

/** SQS takes ten messages a call. */
const BATCH = 10;

function entryOf(queue: QueueName, message: Message, index: number) {
  const ordered = orderedQueues.has(queue) ? { MessageGroupId: message.group, MessageDeduplicationId: message.id } : {};
  return { Id: String(index), MessageBody: JSON.stringify({ ...message.body, messageId: message.id }), ...ordered };
}

/** The queues on SQS; the URLs come from the environment. */
export function sqsQueue(): Queue {
  const client = new SQSClient({});
  const sendBatch = async (queue: QueueName, batch: readonly Message[]) => {
    const answer = await client.send(
      new SendMessageBatchCommand({ QueueUrl: config(urlKeys[queue]), Entries: batch.map((message, index) => entryOf(queue, message, index)) }),
    );
    if (answer.Failed?.length) throw unavailable("queue.unavailable", `${answer.Failed.length} messages could not be queued`);
  };
  return {
    send: async (queue, messages) => {
      for (let start = 0; start < messages.length; start += BATCH) await sendBatch(queue, messages.slice(start, start + BATCH));
    },
  };
}
