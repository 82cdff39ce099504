import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { attacks, carriers, formats, grain, has, made, plain, saved, secret, shot } from "../../../../test/fixtures/pictures.ts";
import { draw, drawAll, openImage, type Opened, placeholderOf } from "./images.ts";

const MIN_SIDE = 320;
test.each(attacks)("%s is refused as %s, by its content", async (_name, refusal, bytes) => {
  expect(await openImage(await bytes(), MIN_SIDE)).toEqual({ refusal });
});

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
