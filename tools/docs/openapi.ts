import type { Lambda, Route } from "@sleekapp/contracts/route";
import { statusOf, ErrorBody } from "@sleekapp/functions/http/errors";
import * as z from "zod";
import { limitText } from "./access.ts";
import type { Domain } from "./domain.ts";
import { errorEntries } from "./errors.ts";
import { sortedRoutes } from "./routes.ts";

type Json = Readonly<Record<string, unknown>>;

const tags: Readonly<Record<Lambda, string>> = {
  identity: "Accounts, organisations, invitations and suppliers",
  catalog: "The catalogue and what suppliers put into it",
  quote: "Codes, briefs and quotes",
  order: "Orders, production, inspection, shipping and tracking",
  money: "Payments, invoices and the books",
  assistant: "What is asked of a model while somebody waits",
  content: "Terms and other written texts",
  insight: "The audit, security events and limits",
  hooks: "What other systems tell us",
};

/** The JSON schema of a zod schema, as it is sent or as it is answered. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    // A query parameter arrives as text and is read as a number; to the caller it is a number.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "number" && jsonSchema.type === undefined) jsonSchema.type = "number";
    },
  });
  return rest;
}

type Properties = { readonly properties?: Readonly<Record<string, Json>>; readonly required?: readonly string[] };

function parameters(schema: z.ZodObject, place: "path" | "query"): readonly Json[] {
  const { properties = {}, required = [] }: Properties = schemaOf(schema, "input");
  return Object.entries(properties).map(([name, given]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: given,
  }));
}

const header = (name: string, description: string, required: boolean): Json => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
});

const secrets: Readonly<Record<string, string>> = {
  "x-proof": "The signed proof that an address was shown to be the caller's",
  "x-claim": "The secret that the guest was given with the quote",
  "x-tracking-token": "The secret of the tracking link",
  "x-list-token": "The secret of the link to a shared list",
};

function headersOf(route: Route): readonly Json[] {
  const held = route.credentials.map((name) => header(name, secrets[name] ?? name, route.credentials.length === 1));
  const key = header("Idempotency-Key", "8 to 128 visible characters; a repeated call with the same key is answered as the first was", true);
  return [
    ...held,
    ...(route.idempotent ? [key] : []),
    ...(route.auth === "hook" ? [header("Stripe-Signature", "The signature over the body", true)] : []),
  ];
}

/** The kinds of refusal a route can give, from what it declares. */
function refusals(route: Route): readonly (keyof typeof statusOf)[] {
  const isSecret = route.auth === "member" || route.auth === "guest";
  return [
    "invalid",
    ...(route.auth === "member" ? (["unauthenticated"] as const) : []),
    ...(route.auth === "public" ? [] : (["forbidden"] as const)),
    ...(isSecret || Object.keys(route.params.shape).length > 0 ? (["not_found"] as const) : []),
    ...(route.idempotent ? (["conflict", "mismatch"] as const) : []),
    ...(route.limits.length > 0 ? (["limited"] as const) : []),
    "unavailable",
  ];
}

const meanings: Readonly<Record<keyof typeof statusOf, string>> = {
  invalid: "Something of the request cannot be used; `details.fields` says what",
  unauthenticated: "No access token, or one that can no longer be used",
  forbidden: "The caller may see the record but not do this to it",
  not_found: "There is nothing here, or it is not the caller's to see",
  conflict: "The record has moved on, or its state does not allow the step",
  mismatch: "The idempotency key was used for another request",
  limited: "Too many calls; `Retry-After` says when to try again, `RateLimit-Remaining` that nothing is left",
  unavailable: "Something we depend on does not answer; try again later",
};

const errorAnswer = (kind: keyof typeof statusOf): Json => ({
  description: meanings[kind],
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
});

function answers(route: Route): Json {
  const success =
    route.status === 204
      ? { description: "Done" }
      : { description: "Success", content: { "application/json": { schema: schemaOf(route.response, "output") } } };
  return { [route.status]: success, ...Object.fromEntries(refusals(route).map((kind) => [statusOf[kind], errorAnswer(kind)])) };
}

const security: Readonly<Record<Route["auth"], readonly Json[]>> = { public: [], guest: [], hook: [], member: [{ accessToken: [] }] };

function requestBody(route: Route): Json {
  if (route.auth === "hook") return { requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } } };
  const schema = schemaOf(route.body, "input");
  const isEmpty = schema["type"] === "object" && Object.keys(Object(schema["properties"])).length === 0;
  if (route.method === "GET" || isEmpty) return {};
  const form = route.isForm ? { "application/x-www-form-urlencoded": { schema }, "multipart/form-data": { schema } } : {};
  return { requestBody: { required: true, content: { "application/json": { schema }, ...form } } };
}

const operation = (route: Route): Json => ({
  operationId: route.operationId,
  tags: [route.lambda],
  summary: route.summary,
  ...(route.limits.length > 0 ? { description: `At most ${route.limits.map(limitText).join("; ")}.` } : {}),
  "x-who": route.who,
  "x-auth": route.auth,
  security: security[route.auth],
  parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query"), ...headersOf(route)],
  ...requestBody(route),
  responses: answers(route),
});

/** The OpenAPI 3.1 document of every route, made from the contracts that the routes themselves are made from. */
export function openApiDocument(version: string, domain: Domain): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of sortedRoutes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  const used = new Set(sortedRoutes.map(({ lambda }) => lambda));
  return {
    openapi: "3.1.0",
    info: {
      title: "SleekApp API",
      version,
      description:
        "Every amount of money is an integer in minor units with its currency; instants are ISO 8601 in UTC, calendar dates have no time. Ids say what they name.",
    },
    servers: [{ url: "/", description: "The origin that serves the web application" }],
    tags: Object.entries(tags).flatMap(([name, description]) => ([...used].some((lambda) => lambda === name) ? [{ name, description }] : [])),
    paths,
    // The closed set of codes, for whoever reads an answer that is not a success.
    "x-errors": errorEntries(domain).map(({ code, kind, message }) => ({
      code,
      kind,
      status: statusOf[kind],
      message: message.replaceAll("${…}", "…"),
    })),
    components: {
      schemas: { Error: schemaOf(ErrorBody, "output") },
      securitySchemes: {
        accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "A Cognito access token; ID tokens are refused" },
      },
    },
  };
}
