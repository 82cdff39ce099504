import path from "node:path";
import { parseArgs } from "node:util";
import type { LogLine } from "./lambda.ts";
import { writeOperatorEnvironment } from "./people/operator.ts";
import { advice, missingPrerequisites } from "./prerequisites.ts";
import { onParentGone } from "./process-parent.ts";
import { bootStage, type Stage } from "./stage.ts";

const help = `npm start -- [options]

  --port N       port of the web application (8000, or the next free one)
  --name S       a stage of its own, with its own data in .local/S (dev)
  --ephemeral    keep nothing
  --no-demo      start with an empty marketplace
  --web MODE     dev: from the sources with live reload (default), dist: as built, none: the API only
  --verbose      print everything that functions print
`;

const root = path.resolve(import.meta.dirname, "../../..");

function readOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: "string" },
      name: { type: "string", default: "dev" },
      ephemeral: { type: "boolean", default: false },
      demo: { type: "boolean", default: true },
      web: { type: "string", default: "dev" },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return values;
}

type Options = ReturnType<typeof readOptions>;

function portOf({ port }: Options): number | undefined {
  if (port === undefined) return undefined;
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Error(`--port ${port} is no port`);
  return number;
}

function webOf({ web }: Options): "dev" | "dist" | "none" {
  if (web === "dev" || web === "dist" || web === "none") return web;
  throw new Error(`--web ${web} is none of dev, dist, none`);
}

/** Errors of functions are worth a line in the terminal; the rest is in the file. */
function printLog({ functionName, line }: LogLine, isVerbose: boolean): void {
  if (isVerbose || /"level":"(ERROR|CRITICAL)"|"status":"(error|timeout)"/.test(line)) console.log(`  ${functionName}  ${line}`);
}

const row = (name: string, value: string): string => `  ${name.padEnd(18)} ${value}`;

function printTable(stage: Stage, { ephemeral }: Options, seconds: string): void {
  console.log(
    [
      "",
      `  SleekApp is up after ${seconds} s`,
      "",
      row("Web application", stage.url),
      row("Mails", `${stage.url}/__local/mail`),
      row("API", `${stage.url}/v1`),
      row("Data", ephemeral ? "kept until the stage ends" : path.relative(process.cwd(), stage.dataDir)),
      row("Operator", `npm run admin:create -- --env-file ${path.relative(process.cwd(), writeOperatorEnvironment(stage))} --email ADDRESS`),
      "",
      "  Ctrl-C ends it.",
      "",
    ].join("\n"),
  );
}

/** The marketplace fills up while the stage can be used already; a stage that cannot be filled goes on without. */
async function fill(stage: Stage, isEnding: () => boolean): Promise<void> {
  const { loadDemo } = await import("./demo/load.ts");
  const from = performance.now();
  console.log("  Loading the demo marketplace (nothing in it is real)\n");
  try {
    const signIns = await loadDemo(stage);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(
      [
        `  Demo sign-ins, ready after ${seconds} s`,
        ...signIns.map(({ who, email, password }) => row(who, `${email}  ${password}`)),
        row("Admin's code", `${stage.url}/__local/codes`),
        "",
      ].join("\n"),
    );
  } catch (error) {
    if (!isEnding()) console.error(error instanceof Error ? error.message : error);
  }
}

/** Ends the stage when it is told to; answers whether that has begun. */
function endWith(stage: Stage): () => boolean {
  let isEnding = false;
  const end = (why: string) => {
    if (isEnding) process.exit(1);
    isEnding = true;
    console.log(`\n  ${why}: ending the stage`);
    void stage.stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(signal));
  onParentGone(() => end("The command that started it is gone"));
  return () => isEnding;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  const missing = await missingPrerequisites();
  if (missing.length > 0) {
    console.error(advice(missing));
    process.exit(1);
  }
  const port = portOf(options);
  const from = performance.now();
  const stage = await bootStage({
    root,
    name: options.name,
    ephemeral: options.ephemeral,
    web: webOf(options),
    watch: true,
    webConfig: { demo: options.demo },
    onLog: (line) => printLog(line, options.verbose),
    onNote: (note) => console.log(`  ${note}`),
    ...(port === undefined ? {} : { port }),
  });
  const isEnding = endWith(stage);
  printTable(stage, options, ((performance.now() - from) / 1000).toFixed(1));
  // A stage that was not there in the afternoon has missed the day's exchange rates.
  await stage.fire("RatesOfTheDay");
  if (options.demo) await fill(stage, isEnding);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
