import type * as z from "zod";
import { definePort } from "../kernel/port.ts";

export type Usage = { readonly inputTokens: number; readonly outputTokens: number };

/** A picture or document for the model to look at; `data` is base64. */
export type Attachment = { readonly type: "image/jpeg" | "image/png" | "image/webp" | "application/pdf"; readonly data: string };

/** What a model is asked: it may only answer by filling in the schema. */
export type Asking = {
  /** Names the answer; letters, digits and hyphens. */
  readonly name: string;
  readonly instructions: string;
  readonly prompt: string;
  readonly attachments?: readonly Attachment[];
  readonly schema: z.ZodObject;
  readonly maxTokens: number;
  readonly timeoutMs: number;
  /** An earlier answer to the same prompt that could not be used, and why. */
  readonly mistake?: { readonly answer: unknown; readonly problem: string };
};

/** `answered` has a value of unknown shape; `cut` reached the token cap and `refused` said nothing that can be used. Both cost what they used. */
export type Answer =
  | { readonly outcome: "answered"; readonly value: unknown; readonly usage: Usage }
  | { readonly outcome: "cut" | "refused"; readonly usage: Usage };

/**
 * Asks the stage's one model. Throws `model.busy` and `model.unavailable`, which cost nothing, and `model.timeout`, which
 * may have cost everything.
 */
export type Model = {
  /** The id that prices go by. */
  readonly id: () => string;
  /** The bytes of the request, which bound its input tokens: no token is shorter than a byte. */
  readonly sizeOf: (asking: Asking) => number;
  readonly read: (asking: Asking) => Promise<Answer>;
};

export const Model = definePort<Model>("Model");
