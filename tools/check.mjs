import { onOwnNode } from "./own-node.mjs";

await onOwnNode(() => import("./check.ts"));
