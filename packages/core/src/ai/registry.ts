import type { PictureTask } from "./picture-task.ts";
import { designImage } from "./pictures/design-image.ts";
import { productImage } from "./pictures/product-image.ts";
import type { Task } from "./task.ts";
import { briefReading } from "./tasks/brief-reading.ts";
import { designAnalysis } from "./tasks/design-analysis.ts";
import { marketResearch } from "./tasks/market-research.ts";
import { pictureWords } from "./tasks/picture-words.ts";
import { productCopy } from "./tasks/product-copy.ts";
import { quoteAnalysis } from "./tasks/quote-analysis.ts";

/** Everything that a model is ever asked in words. */
export const tasks = [briefReading, designAnalysis, marketResearch, pictureWords, productCopy, quoteAnalysis] as const satisfies readonly Pick<
  Task,
  "name" | "maxTokens" | "timeoutMs" | "quota"
>[];

/** Everything that a model is ever asked to draw. */
export const pictureTasks = [designImage, productImage] as const satisfies readonly Pick<PictureTask, "name" | "timeoutMs" | "quota">[];
