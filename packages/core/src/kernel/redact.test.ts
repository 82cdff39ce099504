import { expect, test } from "vitest";
import { randomSecret } from "../ports/crypto.ts";
import { newId } from "./id.ts";
import { redactText } from "./redact.ts";

test.each([
  ["an address of mail", "from rina.akter+x@mail.example.com to you", "from [email] to you"],
  ["a telephone number", "call +880 1711-000 000 now", "call [number] now"],
  ["a number with brackets", "call (020) 7946 0958", "call [number]"],
  ["the network of a caller", "from 203.0.113.7, then 10.0.0.1", "from [address], then [address]"],
  ["the newer kind of network", "from 2001:db8:12:34::9", "from [address]"],
  ["an account number", "to DE89 3704 0044 0532 0130 00.", "to [number]."],
  ["a card number", "card 4242424242424242.", "card [number]."],
  ["an access token", "got eyJhbGciOi.eyJzdWIi.c2ln-_x", "got [token]"],
  ["a bearer header", "Authorization: Bearer abc.def-1", "Authorization: [token]"],
  ["a key of the payment provider", "sk_test_51Habcdef and whsec_12345678", "[key] and [key]"],
  ["a client secret", "pi_3Nabc_secret_9xYz12", "[key]"],
  ["a key of the cloud", "AKIAIOSFODNN7EXAMPLE", "[key]"],
  ["a secret in an address", "/track?token=abc123&x=1", "/track?token=[secret]&x=1"],
])("%s is taken out", (_name, text, clean) => {
  expect(redactText(text)).toBe(clean);
});

test("a link's secret and a proof of ours are taken out", () => {
  expect(redactText(`claim ${randomSecret()}`)).toBe("claim [secret]");
  expect(redactText(`${"a".repeat(60)}.${"0f".repeat(32)}`)).toBe("[token]");
});

test.each([
  "2026-03-02",
  "2026-03-02T09:00:00.000Z",
  "12,000 pieces at US$5.75",
  "320 g/m²",
  "Nova Lite v1:0",
  "at 10:20:30",
  "version 3.1162.0",
  "SA-2611-7K3Q9F",
])("%s stays", (text) => {
  expect(redactText(text)).toBe(text);
});

test("ids stay, whatever digits they have", () => {
  const ids = [newId("order"), "ord_01234567890123456789012345", "0af7651916cd43dd8448eb211c80319c"];

  expect(ids.map(redactText)).toEqual(ids);
});
