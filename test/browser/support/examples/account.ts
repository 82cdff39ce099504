import type { Example } from "../example.ts";
import { people } from "./buyer.ts";
import { marketFigureExamples } from "./market-figures.ts";
import { spending, spendingExamples } from "./spending.ts";

const id = (prefix: string, tag: string) => `${prefix}_${tag.padStart(26, "0")}`;

const profile = {
  userId: "11111111-1111-4111-8111-111111111111",
  email: "buyer@example.test",
  name: "Ada Buyer",
  username: "ada-buyer",
  phone: "+49 30 1234567",
  locale: "en",
  timeZone: "Europe/Berlin",
};

const address = { name: "Ada Buyer", street: "Rosenthaler Str. 40", city: "Berlin", postcode: "10178", country: "DE", version: 1 };
const addresses = {
  items: [
    { ...address, addressId: id("adr", "a1"), label: "Office", company: "Northfold Ltd", isDefault: true },
    { ...address, addressId: id("adr", "a2"), label: "Warehouse", street: "Hafenstraße 8", city: "Hamburg", postcode: "20457", isDefault: false },
  ],
};

const signIn = { address: "203.0.113.7", country: "DE", signedInAt: "2026-11-20T08:12:00.000Z", seenAt: "2026-11-26T07:00:00.000Z" };
const sessions = {
  items: [
    { ...signIn, sessionId: "11111111-aaaa-4aaa-8aaa-111111111111", device: "Firefox on Linux", isThis: true },
    { ...signIn, sessionId: "22222222-bbbb-4bbb-8bbb-222222222222", device: "Safari on iPhone", address: "2001:db8:12:34::9", isThis: false },
  ],
};

const privacy = {
  exports: [
    { exportId: id("exp", "e2"), state: "waiting", askedAt: "2026-11-26T07:00:00.000Z", isGone: false },
    {
      exportId: id("exp", "e1"),
      state: "ready",
      askedAt: "2026-11-25T07:00:00.000Z",
      readyAt: "2026-11-25T07:00:04.000Z",
      bytes: 48_211,
      isGone: false,
    },
    {
      exportId: id("exp", "e0"),
      state: "ready",
      askedAt: "2026-11-02T07:00:00.000Z",
      readyAt: "2026-11-02T07:00:04.000Z",
      bytes: 32_000,
      isGone: true,
    },
  ],
  obstacles: [
    { code: "open_order", subject: "SA-2611-7K3Q9F" },
    { code: "sole_owner", subject: "Northfold Ltd" },
  ],
  endingOrganisations: [],
};
const free = { exports: [], obstacles: [], endingOrganisations: ["Northfold Ltd"] };

const bank = {
  details: { holder: "Padma Knit Ltd", bankName: "Eastern Bank", country: "BD", account: "•••• 7139", bic: "EBLDBDDH" },
  savedAt: "2026-11-20T08:12:00.000Z",
  version: 3,
};

const off = { isOn: false, isRequired: false, recoveryCodesLeft: 0 };
const bodies = {
  ...people,
  "GET /v1/me/profile": profile,
  "GET /v1/me/addresses": addresses,
  "GET /v1/me/sessions": sessions,
  "GET /v1/me/second-factor": off,
  "GET /v1/me/privacy": privacy,
};

/** Settings in all their tabs, and the page that sets up an authenticator app before anybody is signed in. */
export const accountExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/settings": [
    { bodies },
    { paths: ["/app/settings?tab=members"], state: "members", bodies },
    { paths: ["/app/settings?tab=company"], state: "company", bodies },
    {
      paths: ["/app/settings?tab=company"],
      who: ["supplier"],
      state: "bank details",
      bodies: { ...bodies, "GET /v1/supplier/bank-details": bank },
    },
    {
      paths: ["/app/settings?tab=company"],
      who: ["supplier"],
      state: "no bank details",
      bodies: { ...bodies, "GET /v1/supplier/bank-details": { version: 0 } },
    },
    { paths: ["/app/settings?tab=spending"], who: ["buyer"], state: "spending", bodies: { ...bodies, "GET /v1/spending": spending } },
    { paths: ["/app/settings?tab=addresses"], state: "addresses", bodies },
    { paths: ["/app/settings?tab=addresses"], state: "no addresses", bodies: { ...bodies, "GET /v1/me/addresses": { items: [] } } },
    { paths: ["/app/settings?tab=security"], state: "security", bodies },
    {
      paths: ["/app/settings?tab=security"],
      state: "second factor on",
      bodies: { ...bodies, "GET /v1/me/second-factor": { isOn: true, isRequired: true, recoveryCodesLeft: 7 } },
    },
    { paths: ["/app/settings?tab=privacy"], state: "privacy", bodies },
    { paths: ["/app/settings?tab=privacy"], state: "nothing in the way", bodies: { ...bodies, "GET /v1/me/privacy": free } },
  ],
  ...spendingExamples,
  ...marketFigureExamples,
  "/second-factor": [{}],
};
