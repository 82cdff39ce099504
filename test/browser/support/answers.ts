import type { Route } from "playwright-core";
import { benchmarks, positions } from "./examples/market-figures.ts";
import { book2 } from "../../../packages/core/src/pricing/rules.ts";

export type Who = "buyer" | "supplier" | "factory" | "admin";

/** What happens to the reads of a page: they fail or come back empty, at once or after they were held. */
export type Fault = { readonly kind?: "error" | "empty"; readonly held?: Promise<void> };

/** Bodies by `METHOD /path`, or with its query where that decides, and what goes wrong with the reads. */
export type Answers = { readonly bodies?: Readonly<Record<string, unknown>>; readonly fault?: () => Fault };

const people = {
  buyer: { userId: "11111111-1111-4111-8111-111111111111", name: "Ada Buyer", orgName: "Northfold Ltd", orgKind: "buyer", memberKind: "owner" },
  supplier: { userId: "22222222-2222-4222-8222-222222222222", name: "Rafiq Maker", orgName: "Padma Knit", orgKind: "supplier", memberKind: "owner" },
  factory: {
    userId: "44444444-4444-4444-8444-444444444444",
    name: "Shirin Floor",
    orgName: "Padma Knit",
    orgKind: "supplier",
    memberKind: "factory",
  },
  admin: { userId: "33333333-3333-4333-8333-333333333333", name: "Mina Admin", orgName: "SleekApp", orgKind: "platform", memberKind: "admin" },
} as const;

type Person = (typeof people)[Who];

const seatOf = ({ orgName, orgKind, memberKind }: Person) => {
  const orgId = `org_01k00000000000000000000${orgKind.slice(0, 3)}`;
  return { orgId, memberships: [{ orgId, orgKind, kind: memberKind, orgName }] };
};

/** What a buyer's pages ask for beside their own: nothing saved, nothing limited, nothing to approve. */
const buyers = {
  "GET /v1/wishlist/saved": { items: [] },
  "GET /v1/spending": { limits: [], approvers: [], isPoRequired: false, version: 0, own: [] },
  "GET /v1/approvals": { items: [] },
};

/** What every page may ask for, whoever is signed in. */
export const common = (who: Who | undefined): Readonly<Record<string, unknown>> => ({
  "GET /v1/public/price-book": { book: book2, effectiveFrom: "2026-11-27T00:00:00.000Z" },
  // What is looked at is noted a little later, wherever a test has come to by then.
  [`POST /v1/${who ? "" : "guest/"}interest`]: { counted: 1 },
  ...(who
    ? {
        "GET /v1/me": { ...people[who], email: `${who}@example.test`, locale: "en", ...seatOf(people[who]) },
        ...(who === "buyer" ? buyers : {}),
        ...(who === "supplier" ? positions : benchmarks),
      }
    : {}),
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens as the authentication library stores them: well formed, not signed, good for a day; nobody checks them here. */
export function storedSession(who: Who): Readonly<Record<string, string>> {
  const seconds = Math.floor(performance.timeOrigin / 1000);
  const token = (use: string) =>
    `${encoded({ alg: "RS256" })}.${encoded({ sub: people[who].userId, token_use: use, iat: seconds, exp: seconds + 86_400 })}.c2ln`;
  const prefix = "CognitoIdentityServiceProvider.web";
  const user = people[who].userId;
  return {
    [`${prefix}.LastAuthUser`]: user,
    [`${prefix}.${user}.accessToken`]: token("access"),
    [`${prefix}.${user}.idToken`]: token("id"),
    [`${prefix}.${user}.refreshToken`]: "refresh",
    [`${prefix}.${user}.clockDrift`]: "0",
  };
}

const failure = {
  error: {
    code: "internal",
    message: "Something went wrong on our side; we have been told",
    requestId: "req-test-500",
    docs: "/info/errors#internal",
  },
};

const emptied = (body: unknown): unknown =>
  typeof body === "object" && body !== null && "items" in body ? { ...body, items: [], nextCursor: undefined } : body;

/** What `/config.json` holds in every check. */
export const webConfig = {
  stage: "test",
  region: "us-east-1",
  userPoolId: "us-east-1_Test00001",
  userPoolClientId: "web",
  stripePublishableKey: "pk_test_0",
  contactEmail: "help@sleekapp.test",
} as const;

/** What every picture under `/media` shows. */
export const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="100"><path fill="#777" d="M0 0h80v100H0z"/></svg>';

export type Asked = { readonly method: string; readonly url: URL };
export type Answered = { readonly status: number; readonly json: unknown };

/** The answer to one API request: the fault first, then the given bodies, then what is common; anything else is 404 in our shape. */
export async function answerTo({ method, url }: Asked, who: Who | undefined, answers: Answers = {}): Promise<Answered> {
  const bodies: Readonly<Record<string, unknown>> = { ...common(who), ...answers.bodies };
  const exact = `${method} ${url.pathname}${url.search}`;
  const key = exact in bodies ? exact : `${method} ${url.pathname}`;
  const { kind, held } = (key === "GET /v1/me" || method !== "GET" ? undefined : answers.fault?.()) ?? {};
  await held;
  if (kind === "error") return { status: 500, json: failure };
  if (!(key in bodies))
    return { status: 404, json: { error: { ...failure.error, code: "record.not_found", message: `No answer is prepared for ${key}` } } };
  return { status: 200, json: kind === "empty" ? emptied(bodies[key]) : bodies[key] };
}

/** Answers one API request of a page whose requests are caught. */
export async function answer(route: Route, who: Who | undefined, answers: Answers = {}): Promise<void> {
  const request = route.request();
  await route.fulfill(await answerTo({ method: request.method(), url: new URL(request.url()) }, who, answers));
}
