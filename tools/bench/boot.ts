import { bootStage } from "@sleekapp/local/stage";
import { root } from "../source.ts";

/** Boots a stage in this fresh process and prints the milliseconds from the process's start to the first 200. */
const stage = await bootStage({ root, ephemeral: true, web: "none" });
while ((await fetch(`${stage.url}/v1/public/health`)).status !== 200);
console.log(Math.round(performance.now()));
await stage.stop();
