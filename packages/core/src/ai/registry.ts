import type { Task } from "./task.ts";
import { briefReading } from "./tasks/brief-reading.ts";
import { productCopy } from "./tasks/product-copy.ts";
import { quoteAnalysis } from "./tasks/quote-analysis.ts";

/** Everything that a model is ever asked. */
export const tasks = [briefReading, productCopy, quoteAnalysis] as const satisfies readonly Pick<
  Task,
  "name" | "maxTokens" | "timeoutMs" | "quota"
>[];
