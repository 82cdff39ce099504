import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const help = `npm run quotes:replay -- [--stage NAME] [--env-file FILE] [--generated NUMBER] [--record]

Computes quotes again from their brief, their price book's version and their day, and compares every amount to the cent: each line, the
total, the breaks. With --stage or --env-file all stored quotes of a stage, every revision of each, also those edited by hand; a local
stage writes what names it and its services into a file, which it prints. With --generated so many made-up ones by each of three books,
whose amounts are also compared with those of the release that made the books (tools/replay/cents.json; --record writes them anew for
books that have none). It reads and changes nothing. Ends with 1 when an amount differs.
`;

const { values } = parseArgs({
  options: {
    stage: { type: "string" },
    "env-file": { type: "string" },
    generated: { type: "string" },
    record: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const many = Number(values.generated ?? (values.stage || values["env-file"] ? 0 : 10_000));
if (values["env-file"]) process.loadEnvFile(values["env-file"]);
if (values.stage) process.env["TABLE_NAME"] = `${values.stage}-sleekapp-main`;
process.env["AWS_REGION"] ??= "us-east-1";
const isStage = process.env["TABLE_NAME"] !== undefined;
if (values.help || !Number.isInteger(many) || many < 0) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
// The entities take the table's name when they are loaded; generated quotes meet no table.
process.env["TABLE_NAME"] ??= "none";

const { clock } = await import("@sleekapp/core/ports/clock");
const { replayAll } = await import("@sleekapp/core/quote/replay");
const { books } = await import("./replay/books.ts");
const { replayGenerated } = await import("./replay/generate.ts");

const file = path.join(import.meta.dirname, "replay/cents.json");
const known: Record<string, string[]> = JSON.parse(readFileSync(file, "utf8"));
const request = {
  actor: { type: "system" as const, cause: "operator:replay-quotes" },
  now: clock.now(),
  requestId: "operator",
  standing: async <T>(actor: T) => actor,
};
let differences = 0;

if (isStage) {
  const { quotes, revisions, offered, byVersion, differences: found } = await replayAll(request);
  const versions = Object.entries(byVersion).map(([version, count]) => `${count} by book ${version}`);
  console.log(`${quotes} stored quotes, ${revisions} revisions replayed (${versions.join(", ") || "none"}), ${offered} priced by a supplier`);
  for (const one of found)
    console.log(`${one.quoteId} revision ${one.revision}, book ${one.bookVersion}: ${one.stored} stored, ${one.again ?? "no book"} again`);
  differences += found.length;
}
for (const book of many > 0 ? books : []) {
  const from = clock.now().getTime();
  const outcome = replayGenerated(book, many, known[book.version]);
  const seconds = ((clock.now().getTime() - from) / 1000).toFixed(1);
  for (const one of outcome.differences) console.log(one);
  console.log(`${outcome.quotes} generated quotes by book ${book.version}: ${outcome.differences.length} differences, ${seconds} s`);
  differences += outcome.differences.length;
  if (values.record && !known[book.version]) known[book.version] = [...outcome.prints];
}
if (values.record) writeFileSync(file, `${JSON.stringify(known, undefined, 2)}\n`);
console.log(`${differences} differences`);
process.exit(differences === 0 ? 0 : 1);
