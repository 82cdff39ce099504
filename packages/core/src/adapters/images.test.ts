import sharp from "sharp";
import { expect, test } from "vitest";
import { checkImage } from "./images.ts";

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#6b7f9e" } });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const located = { IFD0: { ImageDescription: "Plot 14, Konabari" } };

test.each([
  ["a drawing with a script in it", bytesOf("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>")],
  ["a page", bytesOf("<!doctype html><script>alert(1)</script>")],
  ["a document", bytesOf("%PDF-1.7\n1 0 obj\n")],
  ["an empty file", new Uint8Array()],
])("%s is refused by its content, whatever the upload says it is", async (_name, bytes) => {
  expect(await checkImage(bytes)).toEqual({ refusal: "This is not a JPEG, PNG, WebP or AVIF picture" });
});

test("a picture that breaks off is refused", async () => {
  const whole = new Uint8Array(await picture(400, 300).jpeg().toBuffer());

  expect(await checkImage(whole.slice(0, whole.length / 2))).toEqual({ refusal: "The picture cannot be opened" });
});

test("a picture that opens too large is refused", async () => {
  const long = new Uint8Array(await picture(12_001, 1).png().toBuffer());

  expect(await checkImage(long)).toEqual({ refusal: "The picture is larger than 12,000 pixels" });
});

test("a sound picture is drawn anew in three widths, without what the camera wrote into it", async () => {
  const taken = new Uint8Array(await picture(2_000, 1_000).withExif(located).jpeg().toBuffer());
  const checked = await checkImage(taken);

  if ("refusal" in checked) throw new Error(checked.refusal);
  expect(checked.renditions.map(({ width }) => width)).toEqual([320, 800, 1_600]);
  for (const { bytes, width } of checked.renditions) {
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  }
});
