import { onOwnNode } from "./own-node.mjs";

await onOwnNode(() => import("./bench.ts"));
