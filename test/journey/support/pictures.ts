import * as catalog from "@sleekapp/contracts/catalog";
import { renditionAt } from "@sleekapp/core/upload/facts";
import { FORMATS } from "@sleekapp/core/upload/model";
import { type Person, until } from "@sleekapp/local/people/person";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { attacks, carriers, formats, grain, has, saved as written, secret, shot } from "../../fixtures/pictures.ts";
import { ageUpload, sendPicture, verdictOn } from "../../support/pictures.ts";
import type { Stage } from "../../support/stage.ts";
import { rowsOfStage } from "../../support/stage-rows.ts";

/** What becomes of pictures at the real stage, by a verified supplier's own calls. */
export function picturesOverHttp(enter: () => Promise<{ readonly stage: Stage; readonly maker: Person }>): void {
  describe("a picture over HTTP", () => {
    let stage: Stage;
    let maker: Person;
    let productId = "";
    beforeAll(async () => {
      ({ stage, maker } = await enter());
      ({ productId } = await maker.ask(catalog.createProduct, { body: { draft: { title: "Pictures of every kind" } } }));
    }, 60_000);

    test("that is none is refused by its name, at the storage's door or by what looks into it", { timeout: 240_000 }, async () => {
      const sent = [];
      for (const [name, refusal, bytes] of attacks) sent.push({ refusal, ...(await sendPicture(maker, productId, { name, bytes: await bytes() })) });

      // A slot takes no file that is larger than it, and none that is nothing.
      expect(sent.filter(({ isTaken }) => !isTaken).map(({ refusal }) => refusal)).toEqual(["picture.empty", "picture.too_heavy"]);
      const looked = sent.filter(({ isTaken }) => isTaken);
      const verdicts = await Promise.all(looked.map(async (one) => [one.name, (await verdictOn(maker, productId, one)).refusal]));
      expect(verdicts).toEqual(looked.map(({ name, refusal }) => [name, refusal]));
    });

    test("is published in every format without what a camera or anybody else put into it", { timeout: 240_000 }, async () => {
      const good = await Promise.all(formats.map(async (format) => ({ name: format, bytes: await written(shot(900, 700), format) })));
      const carried = await Promise.all(carriers.map(async ([name, bytes]) => ({ name, bytes: await bytes() })));
      const sent = [];
      for (const file of [...good, ...carried]) sent.push(await sendPicture(maker, productId, file));
      for (const one of sent) expect(await verdictOn(maker, productId, one)).toMatchObject({ state: "ready" });
      const pictures = sent.map(({ uploadId, name }) => ({ uploadId, alt: `Swatch, ${name}` }));

      const shown = await maker.ask(catalog.setProductPictures, { params: { productId }, body: { pictures } });

      const addresses = shown.pictures.flatMap((picture) =>
        picture.widths.flatMap((width) => FORMATS.map((format) => renditionAt(picture, width, format))),
      );
      expect(addresses.length).toBeGreaterThanOrEqual(formats.length * 6);
      for (const address of addresses) {
        const answer = await fetch(new URL(address, stage.url));
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const { exif, icc, iptc, xmp } = await sharp(bytes).metadata();
        expect([answer.status, exif, icc, iptc, xmp], address).toEqual([200, undefined, undefined, undefined, undefined]);
        expect(
          [secret, "<script", "<?php", "PK\u0003\u0004"].filter((text) => has(bytes, text)),
          address,
        ).toEqual([]);
      }
    });

    test("that no listing came to show is swept after a week, its renditions too", { timeout: 120_000 }, async () => {
      const one = await sendPicture(maker, productId, { name: "left alone", bytes: await written(grain(400, 400), "jpeg") });
      expect(await verdictOn(maker, productId, one)).toMatchObject({ state: "ready" });
      const base = String((await rowsOfStage(stage)).find(({ uploadId }) => uploadId === one.uploadId)?.["key"]);
      const address = new URL(`/media/${base}-320.jpeg`, stage.url);
      expect((await fetch(`${address}?before`)).status).toBe(200);
      await ageUpload(stage, one.uploadId, 8);

      await stage.fire("EveryMinute");

      await until("The sweep", async () => ((await rowsOfStage(stage)).some(({ uploadId }) => uploadId === one.uploadId) ? undefined : true));
      stage.clearCache();
      expect((await fetch(`${address}?after`)).status).not.toBe(200);
    });
  });
}
