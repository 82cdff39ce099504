import { SERVICE } from "./name.ts";

/** The physical names of the table's keys; the stacks, the entities and the tests all read them from here. */
export const primary = { partition: "pk", sort: "sk" } as const;

export const indexes = {
  /** Everything one owner (a buyer's organisation or a guest) has. */
  byOwner: { name: "byOwner", partition: "gsi1pk", sort: "gsi1sk" },
  /** Everything one supplier's organisation works on. */
  bySupplier: { name: "bySupplier", partition: "gsi2pk", sort: "gsi2sk" },
  /** Staff queues by status; sparse. */
  queue: { name: "queue", partition: "gsi3pk", sort: "gsi3sk" },
  /** Public feeds, month feeds, due buckets and the unpublished outbox; sparse. */
  feed: { name: "feed", partition: "gsi4pk", sort: "gsi4sk" },
} as const;

/** The partitions of the sealed audit, as a pattern of IAM: only the sealer may write there. */
export const auditPartitions = `$${SERVICE}#day_*`;

/** Epoch seconds after which DynamoDB may clean the row away; never the truth about expiry. */
export const ttlAttribute = "ttl";
