import { GarmentType, garments } from "@sleekapp/core/garment/model";
import { StageKey } from "@sleekapp/core/production/model";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { garmentDrawing, stageDrawing } from "./index.ts";
import { whole } from "./path.ts";

const pixels = async (svg: string) => {
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  return { data, ...info };
};

/** The share of the picture that is this colour of cloth, exactly. */
async function shareOf(svg: string, [red, green, blue]: readonly [number, number, number]): Promise<number> {
  const { data, channels, width, height } = await pixels(svg);
  let found = 0;
  for (let at = 0; at < data.length; at += channels) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) found += 1;
  return found / (width * height);
}

describe("a garment's drawing", () => {
  test.each(GarmentType.options)("of %s fills the sheet with its own cloth and changes with the colour", async (type) => {
    const navy = await shareOf(garmentDrawing(type, "Navy"), [0x28, 0x32, 0x4d]);
    expect(navy).toBeGreaterThan(0.08);
    expect(navy).toBeLessThan(0.6);
    expect(await shareOf(garmentDrawing(type, "Rust"), [0x28, 0x32, 0x4d])).toBe(0);
  });

  test("is another one for every garment of the price book", () => {
    expect(new Set(GarmentType.options.map((type) => garmentDrawing(type, "Sand"))).size).toBe(Object.keys(garments).length);
  });
});

test.each(StageKey.options)("the stage %s has a drawing of 4 to 3", async (key) => {
  expect(await pixels(stageDrawing(key, "Sage"))).toMatchObject({ width: 400, height: 300 });
});

test("a half is closed by its own mirror image", () => {
  expect(whole("M0 10L20 10C24 14 24 20 20 24L0 24")).toBe("M0 10L20 10C24 14 24 20 20 24L0 24L-20 24C-24 20 -24 14 -20 10L0 10Z");
});
