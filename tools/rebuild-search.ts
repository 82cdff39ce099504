import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

const help = `npm run search:rebuild -- --stage NAME [--wait SECONDS] [--env-file FILE]

Has the index of the catalogue made anew from the table, and waits until it is: after a release that writes it in another way, or when
it is thought to say something else than the table. The worker index-product does it in its turn among the changes of listings, so that
nothing is lost; until then the index before answers. It may be repeated. The credentials are your own. A local stage writes what names
it and its services into a file, which it prints.
`;

const { values } = parseArgs({
  options: {
    stage: { type: "string" },
    wait: { type: "string", default: "300" },
    "env-file": { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values["env-file"]) process.loadEnvFile(values["env-file"]);
if (values.stage) process.env["TABLE_NAME"] = `${values.stage}-sleekapp-main`;
process.env["AWS_REGION"] ??= "us-east-1";
if (values.help || !process.env["TABLE_NAME"] || !(Number(values.wait) > 0)) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

// The entities take the table's name when they are loaded, so they come after the arguments.
const { Request } = await import("@sleekapp/core/kernel/request");
const { clock } = await import("@sleekapp/core/ports/clock");
const Search = await import("@sleekapp/core/search");

const started = clock.now();
const request = {
  actor: { type: "system" as const, cause: "operator:rebuild-search" },
  now: started,
  requestId: "operator",
  standing: async <T>(actor: T) => actor,
};

const { jobId } = await Request.with(request, () => Search.askRebuild({}));
const seconds = () => (clock.now().getTime() - started.getTime()) / 1000;
let listings = await Search.rebuiltBy(jobId);
while (listings === undefined && seconds() < Number(values.wait)) {
  await pause(500);
  listings = await Search.rebuiltBy(jobId);
}
if (listings === undefined) {
  console.error(`It was asked for and is not done after ${values.wait} s: look at the queue index-product and the log of its worker.`);
  process.exitCode = 1;
} else console.log(`The index was made anew from the table: ${listings} ${listings === 1 ? "listing" : "listings"}, ${seconds().toFixed(1)} s`);
