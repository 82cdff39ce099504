import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const source = join(import.meta.dirname, "../../../docs/generated/openapi.json");
const address = "/api/openapi.json";

/** The OpenAPI document as it is served: without the line breaks that are there for reviewers. */
const served = (): string => JSON.stringify(JSON.parse(readFileSync(source, "utf8")));

/** Puts the OpenAPI document beside the application, in a build and while developing. */
export const openApi = (): Plugin => ({
  name: "sleekapp-openapi",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: address.slice(1), source: served() });
  },
  configureServer({ middlewares }) {
    middlewares.use(address, (_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(served());
    });
  },
});
