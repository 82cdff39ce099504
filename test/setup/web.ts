import { buildWeb } from "../../tools/build-web.ts";

/** Builds the web application once, for every test file that serves it. */
export function setup(): void {
  buildWeb();
}
