import type { Task } from "./task.ts";
import { quoteAnalysis } from "./tasks/quote-analysis.ts";

/** Everything that a model is ever asked. */
export const tasks = [quoteAnalysis] as const satisfies readonly Pick<Task, "name" | "maxTokens" | "timeoutMs" | "quota">[];
