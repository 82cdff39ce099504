import path from "node:path";
import { type Node, sourcesIn, textOf, treeOf, walk } from "./source.ts";

/** One file needs another or a package; a type-only import leaves nothing in the program. */
export type Import = { readonly file: string; readonly to: string; readonly isType: boolean };

const workspace = /^@sleekapp\/([a-z]+)(?:\/(.*))?$/;
const declarations = new Set(["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration", "ImportExpression"]);

/** Where an import leads: a path of the repository without its ending for our own files, else the name of a package. */
export function target(file: string, wanted: string): string {
  if (wanted.startsWith(".")) return path.posix.join(path.posix.dirname(file), wanted).replace(/(\/index)?\.(tsx?|mjs|js)$/, "");
  const [, name, inside] = workspace.exec(wanted) ?? [];
  if (name !== undefined) return `packages/${name}/src${inside === undefined ? "" : `/${inside}`}`;
  return wanted.startsWith("node:") ? "node:" : wanted.split("/", wanted.startsWith("@") ? 2 : 1).join("/");
}

/** What a file imports, re-exports and loads later. */
export function importsOf(file: string, tree: Node = treeOf(file)): readonly Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const wanted = declarations.has(node.type) ? textOf(node["source"]) : undefined;
    const isType = node["importKind"] === "type" || node["exportKind"] === "type";
    if (wanted !== undefined) found.push({ file, to: target(file, wanted), isType });
  });
  return found;
}

/** Everything that the sources of the repository import; tests may look wherever they like. */
export const importGraph = (): readonly Import[] =>
  sourcesIn(["packages/*/src/**/*", "stacks/**/*", "sst.config.ts"]).flatMap((file) =>
    /\.(fixture|testing)\.ts$/.test(file) ? [] : importsOf(file),
  );

type Rule = {
  readonly why: string;
  /** The files it speaks of. */
  readonly from: RegExp;
  readonly except?: RegExp;
  /** What they must not import. */
  readonly not: RegExp;
  readonly types?: "too";
};

const core = "packages/core/src";
const kernelFolders = "kernel|ports|adapters|table";
/** What of core may run in a browser: data, rules and the kernel's values; no table, port, adapter or action. */
const pure = `${core}/(kernel/(calendar|cents|days|error|id|money|page|process)|[a-z-]+/(facts|model|rules|process|view|plan|templates|book|words)|terms)$`;

/** Sections 2 and 6 of the house style as data. */
export const rules: readonly Rule[] = [
  {
    why: "AWS, Stripe and ElectroDB are known to adapters and the table; stores may name their types",
    from: new RegExp(`^packages/(core|contracts|functions|mail|web)/`),
    except: new RegExp(`^${core}/(adapters|table)/`),
    not: /^(@aws-sdk\/.*|@smithy\/.*|stripe|electrodb)$/,
  },
  {
    why: "HTTP and Lambda are known to the functions alone",
    from: new RegExp(`^(${core}|packages/(contracts|web))/`),
    not: /^(hono|@types\/aws-lambda|aws-lambda|sst|@aws-lambda-powertools\/.*)$/,
    types: "too",
  },
  {
    why: "what exists in AWS is nobody's business but the deployment's",
    from: /^packages\//,
    not: /^(stacks\/|aws-cdk-lib$|constructs$|sst)/,
    types: "too",
  },
  { why: "core is below everything that reaches it", from: new RegExp(`^${core}/`), not: /^packages\/(?!core\/)/, types: "too" },
  {
    why: "contracts say what travels: the pure half of core, nothing that runs",
    from: /^packages\/contracts\//,
    not: new RegExp(`^(packages/(?!core/|contracts/)|${core}(?!/)|(?!${pure})${core}/)`),
    types: "too",
  },
  {
    why: "the web application knows contracts and the pure half of core",
    from: /^packages\/web\//,
    not: new RegExp(`^(packages/(functions|local|mail)|${core}$|(?!${pure})${core}/|node:)`),
    types: "too",
  },
  {
    why: "mail templates know the kernel's values and nobody's records",
    from: /^packages\/mail\//,
    not: new RegExp(`^(packages/(?!core/|mail/)|(?!${core}/kernel/)${core})`),
    types: "too",
  },
  {
    why: "functions reach core and its contracts, and nothing that only a machine of ours has",
    from: /^packages\/functions\//,
    not: /^packages\/(local|web)/,
    types: "too",
  },
  {
    why: "the kernel and the ports know no domain",
    from: new RegExp(`^${core}/(kernel|ports)/`),
    not: new RegExp(`^${core}/(?!(kernel|ports|table/meter|config)(/|$))`),
  },
  {
    why: "facts have no schema, so that a page that only shows them needs no library of schemas",
    from: new RegExp(`^${core}/(kernel/(cents|days)|[a-z-]+/facts)\\.ts$`),
    not: new RegExp(`^zod$|^${core}/(kernel/(calendar|money|id|page)|[a-z-]+/(model|view|rules|process))$`),
  },
  {
    why: "rules, models and processes are pure: they know values, no store, no port, no action",
    from: new RegExp(`^${core}/(?!${kernelFolders})[a-z-]+/(facts|rules|process|model)\\.ts$`),
    not: new RegExp(`^(${core}/((table|ports|adapters)/|[a-z-]+/(store|entities|index)$|[a-z-]+$)|node:|@aws)`),
  },
];

/** Domains ask each other by their actions: another domain's store and entities are its own. */
function foreignStore({ file, to, isType }: Import): boolean {
  const own = new RegExp(`^${core}/([a-z-]+)/`).exec(file)?.[1];
  const theirs = new RegExp(`^${core}/([a-z-]+)/(store|entities)$`).exec(to)?.[1];
  return own !== undefined && theirs !== undefined && own !== theirs && !isType && !["kernel", "ports", "adapters", "table"].includes(own);
}

/** The imports that go the wrong way, each with the reason; none in a sound tree. */
export function violations(imports: readonly Import[]): readonly string[] {
  return imports.flatMap((one) => {
    const broken = rules.filter(
      ({ from, except, not, types }) => from.test(one.file) && !except?.test(one.file) && not.test(one.to) && (types === "too" || !one.isType),
    );
    const reasons = [...broken.map(({ why }) => why), ...(foreignStore(one) ? ["a domain's store is its own; call the domain's actions"] : [])];
    return reasons.map((why) => `${one.file} imports ${one.to}: ${why}`);
  });
}
