import * as z from "zod";

/** The Lambda that serves a route; one a domain. */
export type Lambda = "identity" | "catalog" | "quote" | "order" | "money" | "assistant" | "content" | "insight" | "hooks";

/**
 * How a caller shows who they are. `public`: not at all, GET only, cached at the edge. `guest`: by a proof or secret
 * in a header, or not at all. `member`: by a Cognito access token. `hook`: by a signature over the body.
 */
export type Auth = "public" | "guest" | "member" | "hook";

/** Who may call the route at all, in the words of the access document; the action's policy decides about the record. */
export type Audience =
  | "visitor"
  | "guest"
  | "link"
  | "buyer.owner"
  | "buyer.member"
  | "buyer.viewer"
  | "supplier.owner"
  | "supplier.manager"
  | "supplier.factory"
  | "admin"
  | "stripe";

export const anyBuyer = ["buyer.owner", "buyer.member", "buyer.viewer"] as const;
export const actingBuyer = ["buyer.owner", "buyer.member"] as const;
export const anySupplier = ["supplier.owner", "supplier.manager", "supplier.factory"] as const;
export const actingSupplier = ["supplier.owner", "supplier.manager"] as const;
export const anyMember = [...anyBuyer, ...anySupplier, "admin"] as const;

/**
 * A fixed window: at most `max` calls in `seconds`, counted for the viewer's address as the edge states it; the user, who is signed in or
 * has proved an address, and of anybody else the place they call from; or a target: what a field of the body or a parameter of the path
 * names, whoever calls.
 */
export type Limit = {
  readonly per: "address" | "user" | { readonly body: string } | { readonly param: string };
  readonly max: number;
  readonly seconds: number;
  /** The action counts it itself, because it must be counted in turn; it is declared here to be known. */
  readonly inAction?: true;
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A header by which a guest or link holder shows what they hold. */
export const credentials = ["x-proof", "x-claim", "x-tracking-token", "x-list-token"] as const;
export type Credential = (typeof credentials)[number];

const none = z.strictObject({});

type Given = {
  readonly operationId: string;
  readonly lambda: Lambda;
  readonly method: Method;
  readonly path: `/v1/${string}`;
  readonly summary: string;
  readonly auth: Auth;
  readonly who: readonly Audience[];
  readonly credentials?: readonly Credential[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly limits?: readonly Limit[];
  /** Seconds the edge may keep a public answer; 30 unless said. */
  readonly sharedSeconds?: number;
  /** For machines that know no header of ours and post a form (RFC 8058): they send no key, so the command has to be safe to repeat by itself. */
  readonly isForm?: true;
};

export type Route = Omit<Given, "params" | "query" | "body" | "status" | "limits" | "credentials" | "sharedSeconds" | "isForm"> & {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  readonly limits: readonly Limit[];
  readonly credentials: readonly Credential[];
  readonly sharedSeconds: number;
  readonly isForm: boolean;
  /** True for every command but one that is posted as a form: it takes an Idempotency-Key and answers a repeated call as it answered the first. */
  readonly idempotent: boolean;
};

type None = typeof none;

export type Declared<G extends Given> = Omit<Route, "operationId" | "params" | "query" | "body" | "response"> & {
  readonly operationId: G["operationId"];
  readonly params: G extends { readonly params: infer P extends z.ZodObject } ? P : None;
  readonly query: G extends { readonly query: infer Q extends z.ZodObject } ? Q : None;
  readonly body: G extends { readonly body: infer B extends z.ZodType } ? B : None;
  readonly response: G["response"];
};

/** The parameters named in braces in the path. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].flatMap((match) => (match[1] ? [match[1]] : []));

/** Whether the route has what a limit is counted for; a field that is not there would count everybody together. */
function hasTarget({ body, params }: Given, { per }: Limit): boolean {
  if (typeof per === "string") return true;
  return "param" in per ? per.param in (params?.shape ?? {}) : body instanceof z.ZodObject && per.body in body.shape;
}

function check(route: Given): void {
  const open = route.path.startsWith("/v1/public/");
  if (open !== (route.auth === "public")) throw new Error(`${route.operationId}: public routes, and only they, live under /v1/public/`);
  if (open && route.method !== "GET") throw new Error(`${route.operationId}: public routes only read`);
  if (route.path.startsWith("/v1/guest/") !== (route.auth === "guest"))
    throw new Error(`${route.operationId}: guest routes, and only they, live under /v1/guest/`);
  const named = pathParameters(route.path).sort().join();
  const declared = Object.keys(route.params?.shape ?? {})
    .sort()
    .join();
  if (named !== declared) throw new Error(`${route.operationId}: path names [${named}], params declare [${declared}]`);
  if (!(route.limits ?? []).every((limit) => hasTarget(route, limit)))
    throw new Error(`${route.operationId}: a limit counts for a target that is not there`);
}

/** What holds of a route that does not say otherwise. */
const unsaid = { params: none, query: none, body: none, status: 200, limits: [], credentials: [], sharedSeconds: 30, isForm: false } as const;

/** Declares a route once; gateway, handler, access matrix, OpenAPI document and typed client are derived from it. Throws when it contradicts itself. */
export function route<const G extends Given>(given: G): Declared<G>;
export function route(given: Given): Route {
  check(given);
  return {
    ...unsaid,
    ...given,
    idempotent: given.method !== "GET" && given.auth !== "hook" && !given.isForm,
  };
}
