import * as z from "zod";

const Score = z.int().min(1).max(5);

/** What a buyer says of a completed order: three questions, 1 (poor) to 5 (excellent). */
export const Scores = z.strictObject({ quality: Score, communication: Score, delivery: Score });
export type Scores = z.infer<typeof Scores>;

export const questionNames: Readonly<Record<keyof Scores, string>> = {
  quality: "Quality of the goods",
  communication: "Communication",
  delivery: "Delivery as agreed",
};

/** Words beside the scores; they are shown to others once the platform has read them. */
export const Words = z.string().trim().min(10).max(2_000);
export const Reply = z.string().trim().min(10).max(1_000);

/** Where the words stand: the scores count from the first moment and are never taken away, the words wait to be read. */
export const State = z.enum(["wordless", "waiting", "shown", "hidden"]);
export type State = z.infer<typeof State>;
