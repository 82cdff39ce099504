import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import type { Refusal } from "../upload/refusal.ts";
import { draw, drawAll, openImage, type Opened, placeholderOf } from "./images.ts";

const MIN_SIDE = 320;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#6b7f9e" } });
const made = async (image: Sharp) => new Uint8Array(await image.toBuffer());
/** Something that no encoder makes small, so that half a file is half a picture. */
const grain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#000", noise: { type: "gaussian", mean: 128, sigma: 40 } } });

const uint32 = (value: number) => Uint8Array.from([value >>> 24, value >>> 16, value >>> 8, value]);
const chunk = (name: string, data: Uint8Array) => {
  const named = joined(bytesOf(name), data);
  return joined(uint32(data.length), named, uint32(crc32(named)));
};
/** A PNG that says it is this large and holds next to nothing. */
const claiming = (width: number, height: number) =>
  joined(
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", joined(uint32(width), uint32(height), Uint8Array.from([8, 2, 0, 0, 0]))),
    chunk("IDAT", deflateSync(new Uint8Array(64))),
    chunk("IEND", new Uint8Array()),
  );
/** Puts a chunk behind a PNG's header. */
const withChunk = (png: Uint8Array, name: string, data: Uint8Array) => joined(png.slice(0, 33), chunk(name, data), png.slice(33));
const heif = (brand: string) => joined(uint32(24), bytesOf(`ftyp${brand}`), uint32(0), bytesOf("mif1"), bytesOf(brand));
const frames = async (count: number) => {
  const each = Array.from({ length: count }, (_, at) => plain(320, 320).modulate({ hue: at }).png().toBuffer());
  return sharp(await Promise.all(each), { join: { animated: true } });
};

const script = "<script>alert(1)</script>";
const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'>${script}</svg>`;

type Attack = readonly [name: string, refusal: Refusal, bytes: () => Uint8Array | Promise<Uint8Array>];
const attacks: readonly Attack[] = [
  ["no bytes at all", "picture.empty", () => new Uint8Array()],
  ["a file larger than its slot", "picture.too_heavy", () => new Uint8Array(10 * 1024 * 1024 + 1)],
  ["a drawing with a script in it", "picture.drawing", () => bytesOf(svg)],
  ["a drawing behind a declaration and a comment", "picture.drawing", () => bytesOf(`<?xml version="1.0"?><!-- a shirt -->${svg}`)],
  ["a page", "picture.not_a_picture", () => bytesOf(`<!doctype html>${script}`)],
  ["a document", "picture.not_a_picture", () => bytesOf("%PDF-1.7\n1 0 obj\n")],
  ["an archive", "picture.not_a_picture", () => bytesOf("PK\u0003\u0004 and so on")],
  ["a program", "picture.not_a_picture", () => bytesOf("MZ this is a program")],
  ["a TIFF picture", "picture.not_a_picture", () => made(plain(400, 400).tiff())],
  ["a script that begins like a GIF", "picture.not_a_picture", () => bytesOf("GIF89a/*\u0001\u0000*/=1;alert(1)//")],
  ["a document with a picture behind it", "picture.not_a_picture", async () => joined(bytesOf("%PDF-1.7\n"), await made(plain(400, 400).jpeg()))],
  ["a photo of a telephone that only its maker can open", "picture.heic", () => heif("heic")],
  ["a WebP of many frames", "picture.animated", async () => made((await frames(40)).webp())],
  ["a GIF", "picture.not_a_picture", async () => made((await frames(3)).gif())],
  ["a PNG that moves", "picture.animated", async () => withChunk(await made(plain(400, 400).png()), "acTL", joined(uint32(60), uint32(0)))],
  ["more than 12,000 pixels on one side", "picture.too_large", () => made(plain(12_001, 400).png())],
  ["a bomb of 144 million pixels in 90 bytes", "picture.too_many_pixels", () => claiming(12_000, 12_000)],
  ["a PNG that says it has 4 billion pixels", "picture.too_large", () => claiming(65_000, 65_000)],
  ["a picture of one pixel", "picture.too_small", () => made(plain(1, 1).png())],
  ["a strip too narrow to show anything", "picture.too_small", () => made(plain(4_000, 319).png())],
  ["a header without pixels", "picture.broken", () => claiming(4_000, 3_000)],
  ["the first bytes of a JPEG and nothing else", "picture.broken", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
];

test.each(attacks)("%s is refused as %s, by its content", async (_name, refusal, bytes) => {
  expect(await openImage(await bytes(), MIN_SIDE)).toEqual({ refusal });
});

const formats = ["jpeg", "png", "webp", "avif"] as const;
const saved = (image: Sharp, format: (typeof formats)[number]) => made(format === "avif" ? image.avif({ effort: 0 }) : image.toFormat(format));

describe.each(formats)("a %s that breaks off", (format) => {
  test.each([10, 50, 90])("after %i per cent is refused as broken", async (percent) => {
    const whole = await saved(grain(600, 450), format);

    expect(await openImage(whole.slice(0, Math.floor((whole.length * percent) / 100)), MIN_SIDE)).toEqual({ refusal: "picture.broken" });
  });
});

const opened = async (bytes: Uint8Array): Promise<Opened> => {
  const found = await openImage(bytes, MIN_SIDE);
  if ("refusal" in found) throw new Error(found.refusal);
  return found;
};

const secret = "Plot 14, Konabari";
const located = { IFD0: { ImageDescription: secret, Make: secret }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "24/1 0/1 0/1" } };
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description photoshop:City="${secret}" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"/></rdf:RDF></x:xmpmeta>`;
const shot = (width: number, height: number) => grain(width, height).withIccProfile("p3").withExif(located).withXmp(xmp);
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

describe.each(formats)("a %s as a camera writes it, with its place, profile and words", (format) => {
  test("is drawn in three widths and three formats, and nothing of what the camera wrote is in any of them", async () => {
    const taken = await saved(shot(2_000, 1_500), format);
    expect(await sharp(taken).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything(), xmp: expect.anything() });

    const drawn = await drawAll(await opened(taken));

    expect(drawn.map(({ format: as, width }) => `${as} ${width}`)).toEqual(
      [320, 800, 1_600].flatMap((width) => ["avif", "webp", "jpeg"].map((as) => `${as} ${width}`)),
    );
    for (const { bytes, width, format: as } of drawn) {
      const { exif, icc, iptc, xmp: words, ...rest } = await sharp(bytes).metadata();
      expect([exif, icc, iptc, words], `${as} ${width}`).toEqual([undefined, undefined, undefined, undefined]);
      expect(has(bytes, secret)).toBe(false);
      expect(rest).toMatchObject({ format: as === "avif" ? "heif" : as, width, height: (width * 3) / 4 });
    }
  });
});

test("a picture that lies on its side is stood up, and its size is what is seen", async () => {
  const lying = await made(grain(900, 600).jpeg().withMetadata({ orientation: 6 }));

  const { width, height, pixels } = await opened(lying);

  expect({ width, height, drawn: pixels.raw }).toMatchObject({ width: 600, height: 900, drawn: { width: 600, height: 900 } });
});

test("colours of a wide profile come out as sRGB shows them", async () => {
  const wide = await made(
    sharp({ create: { width: 400, height: 400, channels: 3, background: "#00c000" } })
      .withIccProfile("p3")
      .png(),
  );

  const { pixels } = await opened(wide);

  expect(pixels.data.subarray(0, 3)).toEqual(
    await sharp(wide)
      .toColourspace("srgb")
      .raw()
      .toBuffer()
      .then((raw) => raw.subarray(0, 3)),
  );
  expect([...(await sharp(wide, { ignoreIcc: true }).raw().toBuffer()).subarray(0, 3)]).not.toEqual([...pixels.data.subarray(0, 3)]);
});

test.each([
  ["a cut-out, put on white,", sharp({ create: { width: 400, height: 400, channels: 4, background: "#00000000" } }).png(), "255,255,255"],
  ["a grey one", plain(400, 400).greyscale().png(), "125,125,125"],
  ["a print's four colours", plain(400, 400).toColourspace("cmyk").jpeg(), undefined],
  ["sixteen bits a colour", plain(400, 400).toColourspace("rgb16").png(), "107,127,158"],
])("%s becomes a JPEG that every browser shows", async (_name, image, colour) => {
  const { bytes } = await draw(await opened(await made(image)), { format: "jpeg", width: 320 });

  const { data, info } = await sharp(bytes).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([320, 320]);
  if (colour) for (const [at, part] of colour.split(",").entries()) expect(Math.abs(Number(part) - Number(data[at % info.channels]))).toBeLessThan(6);
});

test("a picture is never drawn wider than it was sent", async () => {
  const drawn = await drawAll(await opened(await made(grain(1_280, 960).jpeg())));

  expect([...new Set(drawn.map(({ width }) => width))]).toEqual([320, 800, 1_280]);
});

const payload = `PK\u0003\u0004${script}<?php system($_GET['c']); ?>`;
const carriers: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ["an archive behind a JPEG", async () => joined(await made(grain(400, 400).jpeg()), bytesOf(payload))],
  ["an archive behind a PNG", async () => joined(await made(grain(400, 400).png()), bytesOf(payload))],
  ["a page in the words of a PNG", async () => withChunk(await made(grain(400, 400).png()), "tEXt", bytesOf(`Comment\0${payload}`))],
  [
    "a program in what a camera wrote",
    () =>
      made(
        grain(400, 400)
          .withExif({ IFD0: { ImageDescription: payload } })
          .jpeg(),
      ),
  ],
  [
    "a bomb in the words of a PNG",
    async () =>
      withChunk(
        await made(grain(400, 400).png()),
        "zTXt",
        joined(bytesOf("Comment\0\0"), deflateSync(new Uint8Array(300_000_000)), bytesOf(payload)),
      ),
  ],
];

test.each(carriers)("%s does no harm: the picture is taken, and what came with it is in no rendition", async (_name, bytes) => {
  const carrier = await bytes();
  expect(has(carrier, "<?php")).toBe(true);

  for (const rendition of await drawAll(await opened(carrier))) {
    expect([has(rendition.bytes, "<?php"), has(rendition.bytes, "PK\u0003\u0004"), has(rendition.bytes, "<script")]).toEqual([false, false, false]);
  }
});

test("the placeholder is small enough to travel inside a page", async () => {
  const busiest = sharp(await grain(16, 32).png().toBuffer()).resize(640, 1_280, { kernel: "nearest" });
  const text = await placeholderOf(await opened(await made(busiest.png())));

  expect(text.length).toBeLessThan(800);
  expect(await sharp(Buffer.from(text, "base64")).metadata()).toMatchObject({ format: "webp", width: 16, height: 32 });
});
