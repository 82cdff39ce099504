import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import { App } from "sst/constructs";
import { setProject } from "sst/project.js";
import config from "../sst.config.ts";
import { webBuild } from "../stacks/built-web.ts";
import { registerStacks } from "../stacks/index.ts";
import { region } from "../stacks/stage.ts";
import { type Bundling, bundlings, useOwnBundler } from "./bundler.ts";

export interface Synthesis {
  readonly stage: string;
  readonly bundle: Bundling;
  /** Directory of the cloud assembly; `cdk.out/<stage>` when left out. */
  readonly out?: string;
  /** Directory of a built web application to serve; what is deployed serves the one that was built, if it was. */
  readonly web?: string;
  /** Called when every stack is declared and nothing is resolved yet, for checks that visit the constructs. */
  readonly before?: (app: App) => void;
}

const root = path.resolve(import.meta.dirname, "..");

/**
 * Synthesises every stack of a stage in this process: no credentials, no network. One at a time in a process; several
 * processes may run at once, because what SST writes beside the assembly goes to a directory of this run.
 */
export async function synthesise({ stage, bundle, out = path.join("cdk.out", stage), web, before }: Synthesis): Promise<CloudAssembly> {
  // SST takes this for its own test mode and then looks for no bootstrap stack in the account.
  process.env["NODE_ENV"] = "test";
  process.env["SST_TELEMETRY_DISABLED"] = "1";
  // SST itself passes props that CDK calls deprecated.
  process.env["JSII_DEPRECATED"] = "quiet";
  mkdirSync(path.join(root, ".sst"), { recursive: true });
  const scratch = mkdtempSync(path.join(root, ".sst", "synth-"));
  // SST opens its log in there when it likes, so the directory stays until the process ends.
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  openProject(stage, scratch);
  const app = appOf(stage, path.resolve(root, out));
  useOwnBundler(bundle);
  registerStacks(app, web ?? (bundle === "deploy" ? webBuild : undefined));
  before?.(app);
  await app.finish();
  return app.synth();
}

/** What SST's own `initProject` does, without loading the configuration through a file in the working directory. */
function openProject(stage: string, scratch: string): void {
  const options = config.config({ stage });
  setProject({
    version: "synth",
    cdkVersion: "",
    constructsVersion: "",
    config: { ...options, stage, ssmPrefix: `/sst/${options.name}/${stage}/` },
    stacks: (app) => config.stacks(app),
    metafile: { inputs: {}, outputs: {} },
    paths: { root, config: path.join(root, "sst.config.ts"), out: scratch, artifacts: path.join(scratch, "artifacts") },
  });
}

function appOf(stage: string, outdir: string): App {
  rmSync(outdir, { recursive: true, force: true });
  return new App(
    { mode: "deploy", name: "sleekapp", stage, region, account: "000000000000" },
    // The metadata says which directory is a function's code, which is what runs it on one machine.
    { outdir, context: { "aws:cdk:enable-path-metadata": true, "aws:cdk:enable-asset-metadata": true } },
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { stage: { type: "string", default: "dev" }, out: { type: "string" }, bundle: { type: "string", default: "real" } },
  });
  const bundle = bundlings.find((known) => known === values.bundle);
  if (!bundle) throw new Error(`--bundle is one of ${bundlings.join(", ")}`);
  const start = performance.now();
  const assembly = await synthesise({ stage: values.stage, bundle, ...(values.out && { out: values.out }) });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${assembly.stacks.length} stacks of ${values.stage} in ${path.relative(process.cwd(), assembly.directory)} after ${seconds} s`);
}

if (import.meta.main) await main();
