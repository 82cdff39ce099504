import type { SSTConfig } from "sst";
import { webBuild } from "./stacks/built-web.ts";
import { registerStacks } from "./stacks/index.ts";
import { region } from "./stacks/stage.ts";
import { useOwnBundler } from "./tools/bundler.ts";

export default {
  config: (input) => ({
    name: "sleekapp",
    region,
    ...(input.stage ? { stage: input.stage } : {}),
    bootstrap: { useCdkBucket: true },
  }),
  stacks(app) {
    useOwnBundler("deploy");
    registerStacks(app, webBuild);
  },
} satisfies SSTConfig;
