import { randomUUID } from "node:crypto";
import { askSignInPass, confirmSecondFactor } from "@sleekapp/contracts/account";
import { getMe } from "@sleekapp/contracts/identity";
import type { Credential, Route } from "@sleekapp/contracts/route";
import * as z from "zod";
import type { Stage } from "../stage.ts";
import { codeIn } from "./code.ts";
import { openSession, type Newcomer, type Pool } from "./session.ts";

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- whether the empty object fits an input is what is asked
type Nothing = Readonly<Record<never, never>>;

/** What an input of a route needs to hold: everything its schemas do not default. */
type Part<K extends string, S extends z.ZodType> =
  Nothing extends z.input<S> ? { readonly [P in K]?: z.input<S> } : { readonly [P in K]: z.input<S> };

export type Input<R extends Route> = Part<"params", R["params"]> & Part<"query", R["query"]> & Part<"body", R["body"]>;

export type With = {
  readonly key?: string;
  readonly credentials?: Readonly<Partial<Record<Credential, string>>>;
  /** Another token than the person's own, or none. */
  readonly token?: string | false;
};

/** An answer as it came. */
export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** An answer that was not the promised one. */
export class Unexpected extends Error {
  readonly answer: Answer;

  constructor(route: Pick<Route, "operationId">, answer: Answer) {
    super(`${route.operationId} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.name = "Unexpected";
    this.answer = answer;
  }
}

const ErrorBody = z.object({ error: z.object({ code: z.string() }) });

/** The code of a refusal, or what stands in its place when the gateway answered itself. */
export const codeOf = ({ body, status }: Answer): string => {
  const parsed = ErrorBody.safeParse(body);
  return parsed.success ? parsed.data.error.code : `gateway.${status}`;
};

const entries = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null ? Object.entries(value) : []);

/** The address of a route with its parameters in place. */
export function urlOf(origin: string, route: Route, input: { readonly params?: unknown; readonly query?: unknown }): string {
  let path: string = route.path;
  for (const [name, value] of entries(input.params)) path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
  const query = new URLSearchParams();
  for (const [name, value] of entries(input.query)) if (value !== undefined) query.set(name, String(value));
  return `${origin}${path}${query.size > 0 ? `?${query}` : ""}`;
}

/** What all people of a stage share. */
export type Town = {
  readonly origin: string;
  readonly pool: Pool;
  readonly stage: Stage;
  /** Requests made so far, by everybody. */
  requests: number;
};

/** The people's view of a running stage. */
export function townOf(stage: Stage): Town {
  const [pool] = stage.manifest.userPools;
  const client = pool?.clients[0]?.id;
  const userPoolEndpoint = stage.endpoints["COGNITO_IDENTITY_PROVIDER"];
  if (!pool || !client || !userPoolEndpoint) throw new Error("The stage has no user pool to sign in to");
  return { origin: stage.url, pool: { userPoolId: pool.id, userPoolClientId: client, userPoolEndpoint }, stage, requests: 0 };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until something is there; throws, naming it, after the limit. */
export async function until<T>(what: string, look: () => Promise<T | undefined>, limitMs = 30_000): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what} did not come within ${limitMs / 1000} s`);
    await pause(60);
  }
}

/** The newest six digits that were mailed to an address since an instant. */
export async function mailedCode(stage: Stage, email: string, since = ""): Promise<string> {
  return until(`A code for ${email}`, async () => {
    for (const summary of stage.mailbox.list(email)) {
      if (summary.at < since) continue;
      const mail = await stage.mailbox.read(summary.id);
      const code = mail && codeIn(mail);
      if (code !== undefined) return code;
    }
    return undefined;
  });
}

/** Somebody who uses SleekApp over HTTP, signed in or not. */
export type Person = {
  readonly email: string;
  readonly town: Town;
  /** Calls a route and gives its answer in the contract's type; throws `Unexpected` for everything that is not its success. */
  readonly ask: <R extends Route>(route: R, input: Input<R>, more?: With) => Promise<z.output<R["response"]>>;
  /** Calls a route and gives whatever came; what is sent need not fit the contract. */
  readonly attempt: (
    route: Route,
    input: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown },
    more?: With,
  ) => Promise<Answer>;
  readonly signUp: (newcomer: Omit<Newcomer, "email">) => Promise<void>;
  readonly signIn: (password: string) => Promise<void>;
  /** A new token, after something it states has changed. */
  readonly renew: () => Promise<void>;
  readonly token: () => Promise<string>;
  /** The ID token, which must open nothing. */
  readonly idToken: () => Promise<string>;
};

/** A person with an address; a stranger until they sign up or in. */
export function person(town: Town, email: string): Person {
  const session = openSession(town.pool);
  let isKnown = false;
  const tokenFor = async (route: Route, given: With["token"]): Promise<string | undefined> => {
    if (given === false || route.auth !== "member") return undefined;
    return given ?? (isKnown ? session.token() : undefined);
  };
  const attempt: Person["attempt"] = async (route, input, more = {}) => {
    const token = await tokenFor(route, more.token);
    const headers = new Headers({ accept: "application/json" });
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (route.idempotent) headers.set("idempotency-key", more.key ?? randomUUID());
    if (input.body !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of entries(more.credentials)) headers.set(name, String(value));
    const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
    town.requests += 1;
    const response = await fetch(urlOf(town.origin, route, input), { method: route.method, headers, ...body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : parsed(text) };
  };
  const ask: Person["ask"] = async <R extends Route>(route: R, input: Input<R>, more?: With) => {
    const answer = await attempt(route, input, more);
    if (answer.status !== route.status) throw new Unexpected(route, answer);
    // The contract is checked here too: a server that answered something else would be found out.
    return z.parse<R["response"]>(route.response, answer.body);
  };
  const secret = async () => (await town.stage.authenticators()).find((one) => one.email === email)?.secret;
  /** As the web application does it: with a pass, asking who one is right after, and setting up an authenticator app where one must. */
  const enter = async (password: string): Promise<void> => {
    const { pass } = await ask(askSignInPass, { body: { email } });
    await session.signIn(email, password, { pass, secret });
    isKnown = true;
    const me = await attempt(getMe, {});
    if (codeOf(me) !== "second_factor.required") return;
    await session.enrol();
    await ask(confirmSecondFactor, {});
    await ask(getMe, {});
  };
  return {
    email,
    town,
    attempt,
    ask,
    signUp: async (newcomer) => {
      const since = new Date().toISOString();
      await session.signUp({ ...newcomer, email });
      await session.confirm(email, await mailedCode(town.stage, email, since));
      await enter(newcomer.password);
    },
    signIn: enter,
    renew: async () => {
      await session.token(true);
    },
    token: () => session.token(),
    idToken: () => session.idToken(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Sends a file to the slot the API gave for it, as a browser does; throws when the storage refuses it. */
export async function sendFile(slot: { readonly url: string; readonly fields: Readonly<Record<string, string>> }, bytes: Uint8Array): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(slot.fields)) form.append(name, value);
  form.append("file", new Blob([Uint8Array.from(bytes)]));
  const response = await fetch(slot.url, { method: "POST", body: form });
  if (!response.ok) throw new Error(`The storage answered ${response.status}: ${await response.text()}`);
}
