import path from "node:path";
import { buildManifest } from "@sleekapp/local/manifest";
import { ensureAssembly } from "@sleekapp/local/stage-assembly";
import { partsOf } from "../test/support/parts.ts";
import { buildWeb } from "./build-web.ts";
import { root } from "./source.ts";
import { chosen, command, optionsOf, tryAll } from "./trials/command.ts";
import { controlsOf, runsWithout } from "./trials/touching.ts";

const help = `npm run test:removals -- [options]

Takes each route, queue, event source, schedule, trigger and bucket notification out of the synthesised manifest in turn,
boots a local stage from what is left, and runs the tests that touch what is missing until one fails. What no test misses
is a survivor. About half an hour on two cores.

  --only TEXT   only parts whose name contains the text: queue, trigger, send-mail, "route GET /v1/me"
  --jobs N      runs at once (2)
`;

async function main(): Promise<void> {
  const { only, jobs } = optionsOf(help);
  // Once for all, before two runs want to at the same time.
  buildWeb();
  const { dir } = await ensureAssembly({ root, stage: "dev", cacheDir: path.join(root, ".local/assemblies") });
  const parts = chosen(partsOf(buildManifest(dir)), only);
  const trials = parts.map((part) => ({ name: part.name, runs: runsWithout(part) }));
  await tryAll({ controls: parts.flatMap(controlsOf), trials, jobs, did: "removed" });
}

await command(main);
