import { definePort } from "../kernel/port.ts";

/** What a picture is asked with: what it shows, what it must not show, its size in pixels, and the seed that gives the same one again. */
export type PictureAsking = {
  readonly prompt: string;
  readonly avoid?: string;
  readonly width: number;
  readonly height: number;
  /** From 0 to 858,993,459, the most that the model of the platform takes. */
  readonly seed: number;
  /** More than one costs more than one. */
  readonly count: 1;
  readonly timeoutMs: number;
};

/** Pictures are paid for by the piece; one that was refused is none. */
export type PictureUsage = { readonly images: number };

/** `drawn` has bytes of whatever the model sent: nobody has looked at them yet. `refused` is the model's own rules, or the stage's guardrail. */
export type PictureAnswer =
  | { readonly outcome: "drawn"; readonly bytes: Uint8Array; readonly usage: PictureUsage }
  | { readonly outcome: "refused"; readonly usage: PictureUsage };

/** Asks the stage's one image model. Throws as `Model` does: `model.busy` and `model.unavailable` cost nothing, `model.timeout` may have. */
export type ImageModel = {
  /** The id that prices go by. */
  readonly id: () => string;
  readonly draw: (asking: PictureAsking) => Promise<PictureAnswer>;
};

export const ImageModel = definePort<ImageModel>("ImageModel");
