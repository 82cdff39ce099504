import { isKind } from "../kernel/error.ts";

/**
 * Does what reads and then writes, and once more from its read where somebody was faster in between: for what both want alike, such as
 * two presses of one link. Throws what the second try throws.
 */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isKind(error, "conflict")) throw error;
    return work();
  }
}
