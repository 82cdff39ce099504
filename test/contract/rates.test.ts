import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ecbRates, ratesIn } from "@sleekapp/core/adapters/ecb";
import { type ReferenceRates, startReferenceRates } from "@sleekapp/local/stand-ins/reference-rates/index";

const file = (cubes: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube>${cubes}</Cube></gesmes:Envelope>`;

describe("the bank's file of reference rates", () => {
  test("gives its day, its sender and each rate as it is written", () => {
    const text = file("<Cube time='2026-11-26'><Cube currency='USD' rate='1.1602'/><Cube currency='GBP' rate='0.87930'/></Cube>");

    expect(ratesIn(text)).toEqual({ on: "2026-11-26", source: "European Central Bank", perEuro: { USD: "1.1602", GBP: "0.87930" } });
  });

  test.each([
    ["another document", "<html><body>Down for maintenance</body></html>"],
    ["no day", file("<Cube><Cube currency='USD' rate='1.16'/></Cube>")],
    ["a rate that is no number", file("<Cube time='2026-11-26'><Cube currency='USD' rate='N/A'/></Cube>")],
    ["nothing", ""],
  ])("%s is refused", (_name, text) => {
    expect(() => ratesIn(text)).toThrow();
  });
});

describe("the source of rates, against the stand-in's wire", () => {
  let bank: ReferenceRates;
  beforeAll(async () => {
    bank = await startReferenceRates();
  });
  afterAll(() => bank.stop());
  const daily = () => ecbRates(() => bank.endpoint).daily();

  test("reads the day's file, whose sender says that it is made up", async () => {
    const { on, source, perEuro } = await daily();

    expect(new Date(on).getUTCDay() % 6).not.toBe(0);
    expect(source).toBe("Local stand-in, made-up rates");
    expect(Object.keys(perEuro)).toEqual(expect.arrayContaining(["USD", "GBP", "CAD", "AUD"]));
  });

  test("reads what is published, and says that the rates cannot be had when they cannot", async () => {
    bank.publish({ on: "2026-11-26", perEuro: { USD: "1.2" } });
    const { on, perEuro } = await daily();
    bank.failNext(1);

    expect([on, perEuro]).toEqual(["2026-11-26", { USD: "1.2" }]);
    await expect(daily()).rejects.toMatchObject({ kind: "unavailable", code: "exchange.unavailable" });
  });
});
