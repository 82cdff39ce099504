import { sqsLater } from "@sleekapp/core/adapters/aws/sqs-later";
import type { SQSRecord } from "aws-lambda";
import { randomInt } from "node:crypto";
import { logger } from "../http/log.ts";

/** Seconds before the second try, doubled with each one after it, and the most it comes to. */
const FIRST = 15;
const MOST = 240;

/** Half of the wait is certain and half by chance, so that messages which were turned away together do not come back together. */
export function secondsBefore(tries: number, chance: (below: number) => number = randomInt): number {
  const whole = Math.min(FIRST * 2 ** Math.max(0, tries - 1), MOST);
  return Math.ceil(whole / 2) + chance(Math.floor(whole / 2) + 1);
}

const later = sqsLater();

/** Has a message come back after a while of its own; should that fail, it comes back all the same when the queue shows it again. */
export async function comeBackLater({ eventSourceARN, receiptHandle, attributes }: SQSRecord): Promise<void> {
  const seconds = secondsBefore(Number(attributes.ApproximateReceiveCount));
  try {
    await later({ queueArn: eventSourceARN, receipt: receiptHandle }, seconds);
  } catch (error) {
    logger.warn("message", { outcome: "comes back late", cause: error instanceof Error ? error : new Error("unknown") });
  }
}
