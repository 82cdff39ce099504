import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import { isRecord } from "../wire.ts";
import { BedrockError } from "./request.ts";

type Rgb = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];

const colours: Readonly<Record<string, Rgb>> = {
  black: [38, 38, 42],
  white: [240, 238, 232],
  grey: [140, 142, 146],
  gray: [140, 142, 146],
  navy: [32, 44, 84],
  blue: [52, 92, 168],
  green: [54, 116, 82],
  olive: [104, 108, 62],
  red: [178, 48, 48],
  burgundy: [112, 32, 52],
  pink: [226, 154, 172],
  orange: [220, 122, 48],
  yellow: [226, 190, 70],
  purple: [112, 74, 150],
  brown: [120, 84, 58],
  beige: [214, 198, 168],
  cream: [238, 228, 204],
};

/** Outlines on a 100 × 100 field, right half mirrored from the left. */
const outlines: readonly (readonly [RegExp, readonly Point[]])[] = [
  [
    /trouser|pant|jean|legging|chino|short/i,
    [
      [32, 12],
      [50, 12],
      [50, 34],
      [46, 90],
      [30, 90],
    ],
  ],
  [
    /dress|gown/i,
    [
      [38, 10],
      [44, 14],
      [50, 15],
      [50, 92],
      [24, 92],
      [40, 44],
      [36, 24],
    ],
  ],
  [
    /skirt/i,
    [
      [38, 20],
      [50, 20],
      [50, 82],
      [22, 82],
    ],
  ],
  [
    /hoodie|jacket|coat|sweat|jumper|sweater/i,
    [
      [40, 12],
      [50, 20],
      [50, 88],
      [28, 88],
      [28, 46],
      [20, 82],
      [8, 78],
      [18, 30],
    ],
  ],
  [
    /./,
    [
      [38, 14],
      [44, 18],
      [50, 19],
      [50, 88],
      [28, 88],
      [28, 40],
      [18, 48],
      [8, 36],
      [26, 18],
    ],
  ],
];

/** Draws a garment as a flat PNG: its outline from the prompt's words, its colour from the prompt or its hash. It is a drawing and looks like one. */
export function drawGarment(prompt: string, width: number, height: number): Buffer {
  const colour = Object.entries(colours).find(([name]) => new RegExp(`\\b${name}\\b`, "i").test(prompt))?.[1] ?? hashed(prompt);
  const half = outlines.find(([words]) => words.test(prompt))?.[1] ?? [];
  const outline = [...half, ...half.toReversed().map(([x, y]): Point => [100 - x, y])];
  const pixels = Buffer.alloc(height * (width * 3 + 1));
  for (let row = 0; row < height; row += 1) {
    const y = ((row + 0.5) / height) * 100;
    const spans = crossings(outline, y);
    for (let column = 0; column < width; column += 1) {
      const x = ((column + 0.5) / width) * 100;
      const inside = spans.filter((edge) => edge < x).length % 2 === 1;
      const at = row * (width * 3 + 1) + 1 + column * 3;
      pixels.set(inside ? colour : [248, 246, 242], at);
    }
  }
  return png(width, height, pixels);
}

function crossings(outline: readonly Point[], y: number): readonly number[] {
  return outline.flatMap(([x1, y1], index) => {
    const [x2, y2] = outline[(index + 1) % outline.length] ?? [x1, y1];
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

function hashed(prompt: string): Rgb {
  const [red = 0, green = 0, blue = 0] = createHash("sha256").update(prompt).digest();
  return [60 + (red % 140), 60 + (green % 140), 60 + (blue % 140)];
}

function png(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const ratios: Readonly<Record<string, readonly [number, number]>> = {
  "1:1": [1_024, 1_024],
  "16:9": [1_344, 768],
  "9:16": [768, 1_344],
  "3:2": [1_216, 832],
  "2:3": [832, 1_216],
  "4:5": [896, 1_088],
  "5:4": [1_088, 896],
};

/** Answers InvokeModel for the image models: Amazon's (Nova Canvas, Titan) and Stability's bodies; undefined when the body is for neither. */
export function invokeImage(modelId: string, body: Record<string, unknown>): Record<string, unknown> | undefined {
  if (/(nova-canvas|titan-image)/.test(modelId)) return amazon(body);
  if (/stability|stable-/.test(modelId)) return stability(body);
  return undefined;
}

function amazon(body: Record<string, unknown>): Record<string, unknown> {
  const parameters = isRecord(body["textToImageParams"]) ? body["textToImageParams"] : {};
  const config = isRecord(body["imageGenerationConfig"]) ? body["imageGenerationConfig"] : {};
  const prompt = parameters["text"];
  if (body["taskType"] !== "TEXT_IMAGE") throw new BedrockError(400, "ValidationException", `The local stage draws taskType TEXT_IMAGE only`);
  if (typeof prompt !== "string" || prompt.length < 1 || prompt.length > 1_024)
    throw new BedrockError(400, "ValidationException", "textToImageParams.text must have between 1 and 1024 characters");
  const [width, height] = [side(config["width"]), side(config["height"])];
  const count = Number(config["numberOfImages"] ?? 1);
  if (!(count >= 1 && count <= 5)) throw new BedrockError(400, "ValidationException", "numberOfImages must be between 1 and 5");
  const image = drawGarment(prompt, width, height).toString("base64");
  return { images: Array.from({ length: count }, () => image) };
}

function side(value: unknown): number {
  const size = Number(value ?? 1_024);
  if (!Number.isInteger(size) || size < 320 || size > 4_096 || size % 16 !== 0)
    throw new BedrockError(400, "ValidationException", "width and height must be multiples of 16 between 320 and 4096");
  return size;
}

function stability(body: Record<string, unknown>): Record<string, unknown> {
  const prompt = body["prompt"];
  if (typeof prompt !== "string" || prompt === "") throw new BedrockError(400, "ValidationException", "prompt is required");
  const [width, height] = ratios[String(body["aspect_ratio"] ?? "1:1")] ?? [1_024, 1_024];
  return { seeds: [Number(body["seed"] ?? 0)], finish_reasons: [null], images: [drawGarment(prompt, width, height).toString("base64")] };
}
