import { expect, test } from "vitest";
import { Details, isAccount, masked } from "./model.ts";

const details = { holder: "Meghna Knit Ltd", bankName: "City Bank", country: "DE", account: "DE89370400440532013000", bic: "DEUTDEFF" };

test.each([
  ["DE", "DE89 3704 0044 0532 0130 00"],
  ["GB", "gb29-NWBK-6016-1331-9268-19"],
  ["PK", "PK36SCBL0000001123456702"],
  ["BD", "1234.5678-9012 3"],
  ["US", "000123456789"],
])("in %s the account %j is one", (country, account) => {
  expect(isAccount(account, country)).toBe(true);
});

test.each([
  ["one digit of the IBAN is wrong", "DE", "DE89370400440532013001"],
  ["the IBAN is another country's", "GB", "DE89370400440532013000"],
  ["the country's accounts are IBANs", "DE", "0532013000"],
  ["it is too short", "BD", "123"],
  ["it has other signs", "BD", "1234/5678"],
  ["it is empty", "BD", ""],
])("no account: %s", (_why, country, account) => {
  expect(isAccount(account, country)).toBe(false);
  expect(Details.safeParse({ ...details, country, account }).success).toBe(false);
});

test.each(["DEUT", "DEUTDEFF1", "DEUTD3FF!", "12345678"])("%s is no BIC", (bic) => {
  expect(Details.safeParse({ ...details, bic }).success).toBe(false);
});

test("details are kept without blanks and in capitals", () => {
  expect(Details.parse({ ...details, country: "de", account: "de89 3704 0044 0532 0130 00", bic: "deut de ff" })).toEqual(details);
});

test("of an account its last four characters stay readable, and nothing else of it", () => {
  expect(masked(details)).toEqual({ ...details, account: "•••• 3000" });
});
