import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** Left to the runtime, which has them: ways to find credentials that are asked one after another when the environment has none. On Lambda it always has. */
const unusedCredentials = /^@aws-sdk\/(credential-provider-(http|ini|login|process|sso|web-identity)|nested-clients)(\/|$)/;

/**
 * What ElectroDB loads and we have no use for. Its document client: the table has its own (`table/documents.ts`). Its check of
 * the models: they are constants, checked whenever a test loads them; what is left of it tells a model from what was made of one.
 */
const unusedByElectro: Readonly<Record<string, string>> = {
  "@aws-sdk/lib-dynamodb": "module.exports = {};",
  jsonschema: `
    class Validator { addSchema() {} validate(given) { return { errors: given._instance ? [{}] : [] }; } }
    Validator.prototype.customFormats = {};
    module.exports = { Validator };`,
};

/** Writes a tree of a document back as HTML, with 70 KB of names of characters; the reader that brings it along is only listened to here. */
const unusedByReader = /^dom-serializer$/;

/** Nobody tells the errors of this service apart, so its classes of errors need not be kept. */
const unusedErrors = /client-ssm[/\\]dist-es[/\\]schemas[/\\]schemas_0\.js$/;

/** Keeps out of a function what none of ours runs. */
export const slim: Plugin = {
  name: "slim",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: unusedCredentials }, ({ path, kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
    onResolve({ filter: /^(@aws-sdk\/lib-dynamodb|jsonschema)$/ }, ({ path, importer }) =>
      /[/\\]electrodb[/\\]/.test(importer) ? { path, namespace: "unused" } : undefined,
    );
    onResolve({ filter: unusedByReader }, ({ path }) => ({ path, namespace: "unused-writer" }));
    onLoad({ filter: /.*/, namespace: "unused-writer" }, () => ({ contents: "export default () => ''; " }));
    onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({ contents: unusedByElectro[path] ?? "" }));
    onLoad({ filter: unusedErrors }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("n0_registry.registerError(", "/* @__PURE__ */ n0_registry.registerError("),
    }));
  },
};
