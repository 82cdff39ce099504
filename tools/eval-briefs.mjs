import { onOwnNode } from "./own-node.mjs";

await onOwnNode(() => import("./eval-briefs.ts"));
