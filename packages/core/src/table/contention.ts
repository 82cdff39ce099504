import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";

const CONTENDED: ReadonlySet<string> = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

const REFUSED = "ConditionalCheckFailed";

/** The place of the first write whose guard did not hold; -1 when all held. */
export const refusedAt = ({ CancellationReasons = [] }: TransactionCanceledException): number =>
  CancellationReasons.findIndex(({ Code }) => Code === REFUSED);

/** Whether a guard of a transaction did not hold: it was done already, or somebody was faster. */
export const isRefused = (error: unknown): boolean => error instanceof TransactionCanceledException && refusedAt(error) >= 0;

/** Whether a transaction met another one and may simply be tried again: no guard of it was refused. */
export const isContended = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  refusedAt(error) < 0 &&
  (error.CancellationReasons ?? []).some(({ Code }) => CONTENDED.has(Code ?? ""));
