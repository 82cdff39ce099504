import { Validator } from "@seriousme/openapi-schema-validator";
import { routes } from "@sleekapp/contracts";
import type { Audience } from "@sleekapp/contracts/route";
import { expect, test } from "vitest";
import type { ActorName } from "../test/support/actors.ts";
import { actionsByRoute, verdictsOf } from "./docs/access.ts";
import { loadDomain } from "./docs/domain.ts";
import { errorEntries } from "./docs/errors.ts";
import { openApiDocument } from "./docs/openapi.ts";
import { staleDocuments } from "./docs.ts";

const domain = await loadDomain();
const byRoute = await actionsByRoute();

test("the documents in docs/generated are what the sources say; `npm run docs` brings them up to date", async () => {
  expect(await staleDocuments()).toEqual([]);
});

test("the OpenAPI document is valid by the schema of OpenAPI 3.1 and has every route once", async () => {
  const document = JSON.parse(JSON.stringify(openApiDocument("1", domain)));

  const { valid, errors } = await new Validator().validate(document);

  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  const operations = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(routes.map(({ operationId }) => operationId).toSorted());
});

test("a document with a fault is not valid", async () => {
  const document = JSON.parse(JSON.stringify(openApiDocument("1", domain)));
  document.paths["/v1/quotes"].get.parameters[0].in = "nowhere";

  expect((await new Validator().validate(document)).valid).toBe(false);
});

const actorOf: Readonly<Record<Exclude<Audience, "stripe">, ActorName>> = {
  visitor: "visitor",
  guest: "guest",
  link: "link",
  "buyer.owner": "buyerOwner",
  "buyer.member": "buyerMember",
  "buyer.viewer": "buyerViewer",
  "supplier.owner": "supplierOwner",
  "supplier.manager": "supplierManager",
  "supplier.factory": "supplierFactory",
  admin: "admin",
};

const promises = routes.flatMap((route) =>
  (byRoute.get(route.operationId) ?? []).flatMap((action) =>
    route.who.flatMap((who) => (who === "stripe" ? [] : [[route.operationId, action, who] as const])),
  ),
);

test("whoever a route says it is for, the policy of its action allows", () => {
  const broken = promises.filter(([, name, who]) => {
    const action = domain.actions.find((one) => one.name === name);
    return action === undefined || verdictsOf(action)[actorOf[who]] !== "yes";
  });

  expect(promises.length).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test("every route that is not public runs an action, which is where permission is", () => {
  const without = routes.filter(({ auth, operationId }) => auth !== "public" && (byRoute.get(operationId) ?? []).length === 0);

  expect(without.map(({ operationId }) => operationId)).toEqual([]);
});

test("every code has one kind and a message a person can read", () => {
  const entries = errorEntries(domain);

  expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
  expect(entries.filter(({ message, code }) => message.length < 10 || !/^[a-z_]+(\.[a-z_]+)+$/.test(code))).toEqual([]);
});
