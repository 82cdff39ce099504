import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { hostileCsv } from "../../../../../test/fixtures/hostile-csv.ts";
import { Answers } from "../../product-import/model.ts";
import { type Preview, previewFile, rejectionCodes } from "./index.ts";

const bytes = (text: string) => [new TextEncoder().encode(text)];
const all = { altFromTitle: true, defaults: { family: "casualwear", moq: 50, leadDays: 30 } } as const;
const see = (text: string, answers: unknown = all) => previewFile(() => bytes(text), Answers.parse(answers));
const reasons = ({ rejected }: Preview) => rejected.map(({ line, code }) => [line, code]);

const HEAD = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Image Alt Text";

describe("a real shop export without family, minimum, lead time, SKU and alt text", () => {
  const file = [readFileSync(new URL("../../../../../test/fixtures/apparel.csv", import.meta.url))];

  test("asks for what is lacking once for the whole file, and rejects no row", async () => {
    const { create, waiting, rejected, needs } = await previewFile(() => file, Answers.parse({}));

    expect({ create: create.length, waiting: waiting.length, rejected }).toEqual({ create: 0, waiting: 20, rejected: [] });
    expect(needs).toEqual(["family", "moq", "leadDays", "alt"].map((field) => ({ field, products: 20, firstLine: 2 })));
  });

  test("is complete when the four questions are answered", async () => {
    const { create, needs } = await previewFile(() => file, Answers.parse(all));

    expect(needs).toEqual([]);
    expect(create).toHaveLength(20);
    expect(create.find(({ handle }) => handle === "classic-varsity-top")).toMatchObject({
      sizes: ["Small", "Medium", "Large"],
      variants: [{ sku: "CLASSIC-VARSITY-TOP-SMALL", isSkuDerived: true, price: { amount: 6_000, currency: "USD" } }, {}, {}],
    });
  });

  test("takes what a rule says of a tag or a word in the title before what is said of all", async () => {
    const rules = [
      { by: "title", value: "jacket", garment: "jacket", leadDays: 60 },
      { by: "tag", value: "Women", moq: 100, leadDays: 40 },
    ];
    const { create } = await previewFile(() => file, Answers.parse({ ...all, rules }));
    const found = (handle: string) => create.find((product) => product.handle === handle);

    expect(found("olive-green-jacket")).toMatchObject({ family: "cut-and-sew", garment: "jacket", leadDays: 60, moq: 100 });
    expect(found("white-cotton-shirt")).toMatchObject({ family: "casualwear", leadDays: 40, moq: 100 });
    expect(found("ocean-blue-shirt")).toMatchObject({ family: "casualwear", leadDays: 30, moq: 50 });
  });
});

describe("a hostile file of 500 products", () => {
  const hostile = hostileCsv();
  let seen: Preview;
  beforeAll(async () => {
    seen = await previewFile(() => [hostile.bytes], Answers.parse(all));
  });

  test("loses exactly the ten broken rows, each by its line and its own reason", () => {
    expect(seen.rejected.map(({ line, code }) => ({ line, code }))).toEqual(hostile.rejected);
    expect(new Set(hostile.rejected.map(({ code }) => code)).size).toBe(10);
  });

  test("keeps every good product with every variant, wherever its rows stand", () => {
    expect(seen.create).toHaveLength(hostile.products);
    expect(seen.create.flatMap(({ variants }) => variants)).toHaveLength(hostile.variants);
    expect(Math.max(...seen.create.map(({ optionNames }) => optionNames.length))).toBe(3);
  });

  test("turns bodies into words: no tag, script, style, handler or address is left", () => {
    const words = seen.create.map(({ description }) => description).join("\n");

    expect(words).not.toMatch(/<script|<p|onclick|onerror|document\.cookie|javascript:|display:none|<!--/);
    expect(words).toContain("- Ribbed collar & cuffs");
    expect(words).toContain("<not a tag>");
    expect(words).toContain("নারায়ণগঞ্জে তৈরি");
  });

  test("keeps a formula as the text it is", () => {
    expect(seen.create[2]?.description).toMatch(/^=HYPERLINK\(/);
    expect(seen.create[0]?.vendor).toBe("=1+1");
  });

  test("gives every variant a SKU, none of them twice", () => {
    const skus = seen.create.flatMap(({ variants }) => variants.map(({ sku }) => sku));

    expect(new Set(skus).size).toBe(skus.length);
    expect(skus.every((sku) => sku.length > 0 && sku.length <= 64)).toBe(true);
  });

  test("reads the same from pieces of seven bytes as from one", async () => {
    const pieces = Array.from({ length: Math.ceil(hostile.bytes.length / 7) }, (_, index) => hostile.bytes.subarray(index * 7, index * 7 + 7));

    expect(await previewFile(() => pieces, Answers.parse(all))).toEqual(seen);
  });

  test("previews the same rows twice alike", async () => {
    expect(await previewFile(() => [hostile.bytes], Answers.parse(all))).toEqual(seen);
  });
});

describe("a row that cannot be taken", () => {
  test.each([
    ["more cells than columns", "a,A,,,,9,,,x", "row.columns"],
    ["a quotation mark never closed", '"a,A,,,,9,,', "row.quote"],
    ["neither handle nor title", ",,,,,9,,", "handle.missing"],
    ["a title that no address can hold", ",中文,,,,9,,", "handle.missing"],
    ["a new handle without a title", "new,,,,,9,,", "title.missing"],
    ["the handle of another product", "tee,Another,,,,9,,", "handle.taken"],
    ["a title over 200 characters", `long,${"x".repeat(201)},,,,9,,`, "text.long"],
    ["no price", "a,A,,,,,,", "price.missing"],
    ["a decimal comma", 'a,A,,,,"9,50",,', "price.format"],
    ["a price of nothing", "a,A,,,,0.00,,", "price.negative"],
    ["a variant the product has", "tee,,,s,,9,,", "option.duplicate"],
    ["a missing option value", "tee,,,,,9,,", "option.missing"],
    ["a SKU used before", "a,A,,,t-1,9,,", "sku.duplicate"],
    ["an image that is no web address", "a,A,,,,9,file:///etc/passwd,", "image.address"],
  ])("%s", async (_name, row, code) => {
    const seen = await see(`${HEAD}\ntee,Tee,Size,S,T-1,9.00,https://a.test/1.jpg,Front\n${row}\n`);

    expect(reasons(seen)).toEqual([[3, code]]);
    expect(seen.create.map(({ handle }) => handle)).toEqual(["tee"]);
  });

  test.each([
    ["currency.unknown", "Title,Price,Currency\nA,9,EUR\n"],
    ["stock.format", "Title,Price,Stock\nA,9,many\n"],
    ["garment.unknown", "Title,Price,Garment\nA,9,Spacesuit\n"],
    ["fabric.unknown", "Title,Price,Fabric\nA,9,Unobtainium\n"],
    ["number.format", "Title,Price,MOQ\nA,9,0\n"],
  ])("%s", async (code, text) => {
    expect(reasons(await see(text))).toEqual([[2, code]]);
  });

  test("has a reason from the closed list", () => {
    expect(new Set(rejectionCodes).size).toBe(rejectionCodes.length);
  });

  test("takes the rows of the product it would have begun along, but nothing after them", async () => {
    const rows = ["tee,Tee,Size,S,,9,,", "tee,Stranger,Size,S,,9,,", "tee,,,M,,9,,", "tee,Tee,,L,,9,,"];
    const seen = await see([HEAD, ...rows].join("\n"));

    expect(reasons(seen)).toEqual([
      [3, "handle.taken"],
      [4, "handle.taken"],
    ]);
    expect(seen.create[0]?.sizes).toEqual(["S", "L"]);
  });
});

describe("our own columns and other spreadsheets", () => {
  const ours =
    "title;garment;fabric;gsm;moq;lead_days;price;size;colour;image;alt\nHarbour tee;T-shirt;organic-cotton;180;200;35;6.40;S;Navy;https://a.test/1.png;Front, navy\nHarbour tee;;;;;;6.40;M;Navy;;\n";

  test("a file that says everything needs no answer", async () => {
    const { create, needs, rejected } = await see(ours, {});

    expect({ needs, rejected }).toEqual({ needs: [], rejected: [] });
    expect(create).toMatchObject([
      {
        handle: "harbour-tee",
        family: "casualwear",
        garment: "t-shirt",
        fabric: "organic-cotton",
        gsm: 180,
        moq: 200,
        leadDays: 35,
        sizes: ["S", "M"],
        colours: ["Navy"],
      },
    ]);
  });

  test("what the file says is never overruled by an answer", async () => {
    const { create } = await see(ours, { ...all, rules: [{ by: "title", value: "harbour", garment: "hoodie", moq: 1 }] });

    expect(create[0]).toMatchObject({ garment: "t-shirt", family: "casualwear", moq: 200 });
  });

  test("lines are counted as an editor counts them, whatever ends them", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(reasons(await see(["Title,Body,Price", 'A,"one', "", 'two",9', "", "B,,no", ""].join(end)))).toEqual([[6, "price.format"]]);
    }
  });

  test("two values that are written alike get SKUs of their own", async () => {
    const { create } = await see(`${HEAD}\ntee,Tee,Colour,Café,,9,,\ntee,,,Cafe,,9,,\n`);

    expect(create[0]?.variants.map(({ sku }) => sku)).toEqual(["TEE-CAFE", "TEE-CAFE-2"]);
  });

  test("pictures come in their order, none twice", async () => {
    const { create } = await see(
      "Title,Price,Image Src,Image Position\nA,9,https://a.test/2.jpg,2\nA,,https://a.test/1.jpg,1\nA,,https://a.test/1.jpg,3\n",
    );

    expect(create[0]?.images.map(({ src }) => src)).toEqual(["https://a.test/1.jpg", "https://a.test/2.jpg"]);
  });
});

describe("a file that cannot be read at all", () => {
  test.each([
    ["file.empty", ""],
    ["file.empty", "\n\n"],
    ["file.columns", "one,two\n1,2\n"],
    ["file.columns", "Title,Handle\nA,a\n"],
    ["file.rows", `Title,Price\n${"A,9\n".repeat(50_001)}`],
  ])("%s", async (code, text) => {
    await expect(see(text)).rejects.toMatchObject({ kind: "invalid", code });
  });

  test("is refused when it is not UTF-8, rather than read wrongly", async () => {
    const latin = Uint8Array.from([...new TextEncoder().encode("Title,Price\nCaf"), 0xe9, ...new TextEncoder().encode(",9\n")]);

    await expect(previewFile(() => [latin], Answers.parse({}))).rejects.toMatchObject({ code: "file.encoding" });
  });
});
