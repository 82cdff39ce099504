import { ChangeMessageVisibilityCommand, SQSClient } from "@aws-sdk/client-sqs";

/** A message that has been received and is not answered for: its queue by ARN, and the receipt by which it is spoken of. */
export type Received = { readonly queueArn: string; readonly receipt: string };

const urlOf = (arn: string): string => {
  const [, , , region, account, name] = arn.split(":");
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
};

/** Has a message come back after so many seconds instead of the queue's own, which are for workers that vanished. */
export function sqsLater(): (message: Received, seconds: number) => Promise<void> {
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  return async ({ queueArn, receipt }, seconds) => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl: urlOf(queueArn), ReceiptHandle: receipt, VisibilityTimeout: seconds }));
  };
}
