import { onOwnNode } from "../../tools/own-node.mjs";

await onOwnNode(() => import("./src/cli.ts"));
