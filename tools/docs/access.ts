import path from "node:path";
import { pathToFileURL } from "node:url";

import type { Limit, Route } from "@sleekapp/contracts/route";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { type ActorName, actors, BUYER, idOf, SUPPLIER } from "../../test/support/actors.ts";
import { target } from "../import-graph.ts";
import { type Node, root, sourcesIn, treeOf, walk } from "../source.ts";
import type { Domain } from "./domain.ts";
import { code, generated, table } from "./markdown.ts";
import { sortedRoutes } from "./routes.ts";

/** What a policy answers for one kind of actor: 404 for what must not be known to exist, 403 for what may be seen but not done. */
export type Verdict = "yes" | "403" | "404";

/** Only what a policy may ask of a record; anything else it reads is a mistake here or there. */
function strict<T extends object>(record: T): T {
  return new Proxy(record, {
    get: (from, field, receiver): unknown => {
      if (typeof field === "string" && !(field in from))
        throw new Error(`A policy asks a record for ${field}, which the access document knows nothing of`);
      return Reflect.get(from, field, receiver);
    },
  });
}

/** One record each of the first buyer, the first supplier and the first guest, as seen by this actor. */
function recordsFor(actor: Actor): readonly object[] {
  const userId = "userId" in actor ? actor.userId : "nobody";
  const order = strict({ ownerId: BUYER, supplierId: SUPPLIER });
  return [
    { ownerId: BUYER, orgId: BUYER },
    { ownerId: BUYER, orgId: SUPPLIER },
    { ownerId: actors.guest.ownerId, orgId: BUYER },
  ].map((own) =>
    strict({
      ...own,
      supplierId: SUPPLIER,
      userId,
      subjectId: userId,
      askedBy: "another",
      // Whoever asks is one of those whom the owner named.
      approvers: [userId],
      hasOneAdmin: true,
      order,
      orderId: idOf("ord", "1"),
      purpose: "stage",
      verification: "verified",
    }),
  );
}

const best = (verdicts: readonly Verdict[]): Verdict => (["yes", "403"] as const).find((verdict) => verdicts.includes(verdict)) ?? "404";

/** What each kind of actor may do by this policy, to a record of their own where there is one. */
export function verdictsOf({ policy }: Domain["actions"][number]): Readonly<Record<ActorName, Verdict>> {
  const judge = (actor: Actor): Verdict =>
    best(recordsFor(actor).map((record) => (policy.see(actor, record) ? (policy.act(actor, record) ? "yes" : "403") : "404")));
  const entries = Object.entries(actors).map(([name, actor]) => [name, judge(actor)]);
  return Object.fromEntries(entries);
}

const nameOf = (node: unknown): string | undefined =>
  typeof node === "object" && node !== null && "name" in node && typeof node.name === "string" ? node.name : undefined;

/** Local names of a file that stand for a module or for one export of it. */
function importedIn(file: string, tree: Node): ReadonlyMap<string, { readonly module: string; readonly member?: string }> {
  const found = new Map<string, { readonly module: string; readonly member?: string }>();
  walk(tree, (node) => {
    const source = node.type === "ImportDeclaration" ? node["source"] : undefined;
    if (typeof source !== "object" || source === null || !("value" in source) || !Array.isArray(node["specifiers"])) return;
    const module = target(file, String(source.value));
    for (const specifier of node["specifiers"]) {
      const member = nameOf(specifier.imported);
      found.set(nameOf(specifier.local) ?? "", { module, ...(member === undefined ? {} : { member }) });
    }
  });
  return found;
}

async function exportOf(module: string, member: string): Promise<unknown> {
  const [file] = sourcesIn([`${module}.ts`, `${module}/index.ts`]);
  const loaded: Record<string, unknown> = file === undefined ? {} : await import(pathToFileURL(path.join(root, file)).href);
  return loaded[member];
}

const actionName = (value: unknown): string | undefined =>
  typeof value === "function" && "action" in value && typeof value.action === "string" ? value.action : undefined;

/** Which actions a handler calls: `Quote.accept(…)` of a domain's module, or a function imported by name. */
async function actionsIn(handler: Node, imported: ReturnType<typeof importedIn>): Promise<string[]> {
  const called: { readonly module: string; readonly member: string }[] = [];
  walk(handler, (node) => {
    const callee = node.type === "CallExpression" ? node["callee"] : undefined;
    if (typeof callee !== "object" || callee === null) return;
    const base = imported.get(nameOf("object" in callee ? callee.object : callee) ?? "");
    const member = "property" in callee ? nameOf(callee.property) : base?.member;
    if (base && member !== undefined) called.push({ module: base.module, member });
  });
  const names = await Promise.all(called.map(async ({ module, member }) => actionName(await exportOf(module, member))));
  return names.flatMap((name) => (name === undefined ? [] : [name]));
}

/** Which actions each route runs, read from the handlers. */
export async function actionsByRoute(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const file of sourcesIn(["packages/functions/src/http/routes/*.ts"])) {
    const tree = treeOf(file);
    const imported = importedIn(file, tree);
    const served: { readonly operationId: string; readonly handler: Node }[] = [];
    walk(tree, (node) => {
      if (node.type !== "CallExpression" || nameOf(node["callee"]) !== "serve" || !Array.isArray(node["arguments"])) return;
      const [contract, handler] = node["arguments"];
      served.push({ operationId: nameOf(contract.property) ?? nameOf(contract) ?? "", handler });
    });
    for (const { operationId, handler } of served) found.set(operationId, await actionsIn(handler, imported));
  }
  return found;
}

const windows: Readonly<Record<number, string>> = { 1: "second", 60: "minute", 3_600: "hour", 86_400: "day" };

/** A limit in words: `20 an hour per address`. */
export const limitText = ({ per, max, seconds }: Limit): string =>
  `${max} per ${windows[seconds] ?? `${seconds} s`} and ${typeof per === "string" ? per : "param" in per ? per.param : per.body}`;

function routeRow(route: Route, actions: readonly string[]): string[] {
  const credentials = route.credentials.map(code).join(", ");
  return [
    code(route.operationId),
    code(`${route.method} ${route.path}`),
    route.auth === "guest" && credentials !== "" ? `guest: ${credentials}` : route.auth,
    route.who.join(", "),
    actions.map(code).join(", "),
    route.limits.map(limitText).join("; "),
    route.idempotent ? "yes" : "",
  ];
}

const marks = { yes: "yes", "403": "403", "404": "·" } as const satisfies Record<Verdict, string>;
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The document of who may do what: every route, and every action with what its policy answers to each kind of actor. */
export async function accessDocument(domain: Domain): Promise<string> {
  const byRoute = await actionsByRoute();
  const names: readonly ActorName[] = [
    "visitor",
    "guest",
    "otherGuest",
    "link",
    "buyerOwner",
    "buyerMember",
    "buyerViewer",
    "otherBuyer",
    "supplierOwner",
    "supplierManager",
    "supplierFactory",
    "otherSupplier",
    "admin",
    "system",
  ];
  const rows = domain.actions.map((action) => {
    const verdicts = verdictsOf(action);
    return [code(action.name), action.effect, ...names.map((name) => marks[verdicts[name]])];
  });
  return [
    generated("Who may do what"),
    "## Routes",
    "",
    "`public` routes carry no identity and only read; `guest` routes take a secret in the header named, or nothing; `member` routes take a Cognito access token; `hook` is a signature over the body. Who says which callers a route is for; the action's policy decides about the record. Commands are idempotent: they require an `Idempotency-Key`.",
    "",
    table(
      ["Operation", "Route", "Auth", "Who", "Actions", "Limits", "Idempotent"],
      sortedRoutes.map((route) => routeRow(route, byRoute.get(route.operationId) ?? [])),
    ),
    "",
    "## Actions",
    "",
    "What each action's policy answers to each kind of actor, for a record of the first buyer, of the first supplier or of the guest, whichever is theirs: `yes`; `403`, may see it but not do this; `·`, 404, must not learn that it exists.",
    "",
    table(["Action", "Effect", ...names.map(words)], rows),
    "",
  ].join("\n");
}
