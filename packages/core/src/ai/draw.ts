import * as z from "zod";
import { refOf } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { forbidden } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { ImageModel, type PictureAnswer, type PictureAsking } from "../ports/image-model.ts";
import { scopeOfKey } from "../table/commit.ts";
import { earlierReply } from "../table/idempotency.ts";
import { MAX_IMAGE_BYTES } from "../upload/model.ts";
import { denialOf } from "./content.ts";
import { masked } from "./mask.ts";
import { nothingSpent, Outcome } from "./model.ts";
import { type About, keptUnder, paid, settled, type Tried } from "./paid.ts";
import { MAX_PROMPT, type PictureTask } from "./picture-task.ts";
import { costOfPictures, type Price, priceIn } from "./rules.ts";
import { settings } from "./settings.ts";
import { plain } from "./text.ts";

const Drawn = z.object({ outcome: Outcome, costMicros: z.int() });
/** How drawing went; the picture has been kept when it is `answered`. */
export type Drawn = z.infer<typeof Drawn>;

/** PNG, JPEG and WebP by their first bytes; whether it can be opened is for whoever checks pictures. */
function looksLikePicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return bytes.length <= MAX_IMAGE_BYTES && (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff") || /^RIFF....WEBP/s.test(start));
}

const words = (text: string): string => String(plain(masked(text))).slice(0, MAX_PROMPT);

function askingOf<I extends z.ZodType>(task: PictureTask<I>, input: z.output<I>, seed: number): PictureAsking {
  const { text, avoid } = task.prompt(input);
  const { width, height, timeoutMs } = task;
  return { prompt: words(text), ...(avoid ? { avoid: words(avoid) } : {}), width, height, seed, count: 1, timeoutMs };
}

function judged(answer: PictureAnswer, price: Price): Tried<Uint8Array> {
  const { images } = answer.usage;
  const spent = { ...nothingSpent, images, costMicros: costOfPictures(price, images) ?? 0 };
  if (answer.outcome === "refused") return { outcome: "refused", spent };
  return looksLikePicture(answer.bytes) ? { outcome: "answered", spent, value: answer.bytes } : { outcome: "garbled", spent };
}

type Case<I extends z.ZodType> = { readonly task: PictureTask<I>; readonly asking: PictureAsking; readonly about: About };

async function attempt<I extends z.ZodType>({ task, asking, about }: Case<I>): Promise<Tried<Uint8Array>> {
  if (denialOf(asking.prompt) !== undefined) return { outcome: "refused", spent: nothingSpent, reason: "our own rules" };
  const modelId = ImageModel.use().id();
  const price = priceIn((await settings()).prices, modelId, dateOf(Request.use().now));
  const worstMicros = price && costOfPictures(price, asking.count);
  if (!price || worstMicros === undefined) return { outcome: "unpriced", spent: nothingSpent };
  return paid({ task, about, modelId, worstMicros }, async () => judged(await ImageModel.use().draw(asking), price));
}

/**
 * Has one picture drawn within its quota and the stage's budget, and kept by `keep` before its cost is written down. It never fails for the
 * model's sake and draws nothing in its place: the outcome says plainly that there is no picture. What became of a key is remembered for a
 * day, so that a message that comes again after a crash pays nothing twice.
 */
export async function draw<I extends z.ZodType>(
  task: PictureTask<I>,
  raw: z.input<I>,
  { about, seed, keep }: { readonly about: About; readonly seed: number; readonly keep: (bytes: Uint8Array) => Promise<unknown> },
): Promise<Drawn> {
  const request = Request.use();
  if (!task.policy.act(request.actor, {})) throw forbidden("ai.forbidden", "You are not allowed to do this");
  const asking = askingOf(task, task.input.parse(raw), seed);
  const earlier = await earlierReply(scopeOfKey(refOf(request.actor)), keptUnder({ task, about }), request.now);
  if (earlier) return Drawn.parse(earlier.value);
  const tried = await attempt({ task, asking, about });
  const { outcome, spent, value } = tried;
  if (value) await keep(value);
  const reply: Drawn = { outcome, costMicros: spent.costMicros };
  return settled({ task, about, modelId: ImageModel.use().id(), tried, source: value ? "model" : "fallback", reply });
}
