import path from "node:path";
import { parseArgs } from "node:util";
import * as money from "@sleekapp/contracts/money";
import { townOf } from "../people/person.ts";
import { bootStage, type Stage } from "../stage.ts";
import { peopleOf, steps, type World } from "./index.ts";

const help = `npm run demo -- [options]

Boots a stage of its own on free ports and walks the whole way over HTTP: from a factory's sign-up to a delivered, paid order.

  --data DIR   keep its data there; a second run on the same data passes too
  --json       end with one line of JSON
  --verbose    print everything that functions print
`;

const root = path.resolve(import.meta.dirname, "../../../..");

type Outcome = {
  readonly steps: number;
  readonly requests: number;
  readonly ledger: Readonly<Record<string, number>>;
  readonly quoteId: string;
  readonly orderId: string;
  readonly pdfBytes: number;
  readonly mails: number;
  readonly seconds: number;
  readonly residentMegabytes: number;
};

async function outcomeOf(world: World, passed: number, from: number): Promise<Outcome> {
  const { made, town, people } = world;
  const orderId = made.orderId ?? "";
  const books = await people.admin.ask(money.getLedger, { params: { orderId } });
  return {
    steps: passed,
    requests: town.requests,
    ledger: Object.fromEntries(books.balances.map(({ account, balance }) => [account, balance.amount])),
    quoteId: made.quoteId ?? "",
    orderId,
    pdfBytes: made.pdfBytes ?? 0,
    mails: town.stage.mailbox.list().length,
    seconds: Math.round((performance.now() - from) / 100) / 10,
    residentMegabytes: Math.round((await town.stage.residentBytes()) / 1_048_576),
  };
}

/** Plays every step on a running stage and tells what each proved. */
async function playAll(stage: Stage, say: (line: string) => void): Promise<World> {
  const town = townOf(stage);
  const run = Math.floor(performance.timeOrigin + performance.now()).toString(36);
  const world: World = { town, root, people: peopleOf(town, run), made: {}, password: "thread needle and cloth" };
  for (const [index, step] of steps.entries()) {
    const started = performance.now();
    say(`\n${String(index + 1).padStart(2)}. ${step.name}`);
    for (const proof of await step.run(world)) say(`    ${proof}`);
    say(`    (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return world;
}

function failuresOf(stage: Stage): void {
  for (const { functionName, error } of stage.failures().slice(-10)) console.error(`  ${functionName}: ${error.errorType} ${error.errorMessage}`);
  const errors = stage.logs().filter(({ line }) => /"level":"(ERROR|CRITICAL)"/.test(line));
  for (const { functionName, line } of errors.slice(-10)) console.error(`  ${functionName}  ${line.trim()}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      json: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(help);
  const from = performance.now();
  const stage = await bootStage({
    root,
    name: "demo",
    ephemeral: values.data === undefined,
    web: "none",
    ...(values.data === undefined ? {} : { dataDir: path.resolve(values.data) }),
    onLog: ({ functionName, line }) => values.verbose && console.error(`  ${functionName}  ${line}`),
    onNote: (note) => console.error(`  ${note}`),
  });
  try {
    console.log(`A stage at ${stage.url} after ${((performance.now() - from) / 1000).toFixed(1)} s`);
    const world = await playAll(stage, console.log);
    await stage.drain();
    const outcome = await outcomeOf(world, steps.length, from);
    console.log(`\n${outcome.steps} steps passed with ${outcome.requests} requests and ${outcome.mails} mails in ${outcome.seconds} s`);
    for (const [account, cents] of Object.entries(outcome.ledger)) console.log(`  ${account.padEnd(18)} ${(cents / 100).toFixed(2).padStart(12)}`);
    if (values.json) console.log(JSON.stringify(outcome));
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
    failuresOf(stage);
    process.exitCode = 1;
  } finally {
    await stage.stop();
  }
}

await main();
