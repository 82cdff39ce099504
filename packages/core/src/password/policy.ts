import type { Policy } from "../kernel/action.ts";

/** A range says nothing about anybody. */
export const anyone: Policy<object> = { see: () => true, act: () => true };
