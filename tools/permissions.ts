import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const Entry = z.object({ functionName: z.string(), action: z.string(), resource: z.string(), times: z.int() });
type Entry = z.infer<typeof Entry>;
const Report = z.object({ granted: z.array(Entry), refused: z.array(Entry) });
type Report = z.infer<typeof Report>;

/** A permission that no test run needs and why it is granted all the same, or a call that is refused and why it is meant to be. */
type Explained = { readonly action: RegExp; readonly where: RegExp; readonly why: string };

export const explained: readonly Explained[] = [
  { action: /^xray:/, where: /./, why: "Lambda itself sends the traces; the local stage has none" },
  {
    action: /^sqs:(GetQueueUrl|ChangeMessageVisibility)$|^dynamodb:ListStreams$/,
    where: /./,
    why: "the CDK grants it with every event source; Lambda asks for it when it likes",
  },
  { action: /^sqs:/, where: /-(outbox|seal-audit)-dead$/, why: "where a stream's function leaves what it gave up, after a day of tries" },
  { action: /^sqs:SendMessage$/, where: /^\S+-sweep-due /, why: "the sweep sends what the stream has missed" },
  {
    action: /^(s3:DeleteObject|dynamodb:(DeleteItem|PutItem))$/,
    where: /^\S+-sweep-due /,
    why: "uploads that came to nothing are swept after a week, which no stage of a test lives",
  },
  {
    action: /^dynamodb:(BatchGetItem|Query)$/,
    where: /^\S+-sweep-due /,
    why: "paid orders are looked after at full hours, which the stage of a test may not meet",
  },
  { action: /^dynamodb:GetItem$/, where: /^\S+-hooks /, why: "an event that Stripe sends twice is answered as the first time" },
  { action: /^dynamodb:DeleteItem$/, where: /^\S+-order /, why: "an offer to somebody who declined an earlier one takes its place" },
  { action: /^dynamodb:(GetItem|PutItem)$/, where: /^\S+-pre-token /, why: "the first token repairs what a failed confirmation left undone" },
  {
    action: /^s3:ListBucket$/,
    where: /./,
    why: "without it a missing object looks like a forbidden one, and an upload delivered twice like a fault",
  },
  {
    action: /^s3:PutObject$/,
    where: /^\S+-import-products .*\/incoming\//,
    why: "pictures of an import come from other people's sites, which tests do not call",
  },
];

const meant: readonly Explained[] = [
  {
    action: /^s3:ListBucket$/,
    where: /^\S+-identity /,
    why: "the link of a portrait that was erased: S3 says forbidden of what is not there to a signer who may not list",
  },
];

const nameOf = ({ functionName, action, resource }: Omit<Entry, "times">): string => `${functionName} ${action} ${resource}`;

/** What several stages did with the same permissions, added up. */
export function merged(reports: readonly Report[]): Report {
  const add = (entries: readonly Entry[]): Entry[] => {
    const sums = new Map<string, Entry>();
    for (const entry of entries) sums.set(nameOf(entry), { ...entry, times: entry.times + (sums.get(nameOf(entry))?.times ?? 0) });
    return [...sums.values()];
  };
  return { granted: add(reports.flatMap(({ granted }) => granted)), refused: add(reports.flatMap(({ refused }) => refused)) };
}

const isExplained = (entry: Entry, by = explained): boolean =>
  by.some(({ action, where }) => action.test(entry.action) && where.test(`${entry.functionName} ${entry.resource}`));

/** Permissions that nothing needed and nobody explained, and calls that were refused without being meant to. */
export function surprises({ granted, refused }: Report): readonly string[] {
  return [
    ...granted.filter((entry) => entry.times === 0 && !isExplained(entry)).map((entry) => `never used: ${nameOf(entry)}`),
    ...refused.filter((entry) => !isExplained(entry, meant)).map((entry) => `refused ${entry.times} times: ${nameOf(entry)}`),
  ];
}

/** The reports that the stages of a run left in a folder; none when there were no stages. */
export function reportsIn(dir: string): readonly Report[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).map((file) => Report.parse(JSON.parse(readFileSync(path.join(dir, file), "utf8"))));
}

/** What the run of all tests did with the permissions of the template, in words; `faults` is to be empty. */
export function permissionsOfRun(dir: string): { readonly said: string; readonly faults: readonly string[] } {
  const report = merged(reportsIn(dir));
  const used = report.granted.filter(({ times }) => times > 0).length;
  const kept = report.granted.filter((entry) => entry.times === 0 && isExplained(entry)).length;
  const said = `permissions: ${report.granted.length} granted, ${used} used, ${kept} explained (tools/permissions.ts), ${surprises({ granted: [], refused: report.refused }).length} refused against expectation`;
  return { said, faults: surprises(report) };
}
