import type { Task } from "./task.ts";
import { productCopy } from "./tasks/product-copy.ts";
import { quoteAnalysis } from "./tasks/quote-analysis.ts";

/** Everything that a model is ever asked. */
export const tasks = [productCopy, quoteAnalysis] as const satisfies readonly Pick<Task, "name" | "maxTokens" | "timeoutMs" | "quota">[];
