import { prerendered, webBuild } from "./built-web.ts";

/**
 * The function that runs at the edge before a page is fetched: an address without an extension is a prerendered page
 * if there is one, else the empty application, which then says what it does not know.
 */
export function pageRewrite(pages: readonly string[] = prerendered(webBuild)): string {
  return `var pages = ${JSON.stringify(Object.fromEntries(pages.map((page) => [page, 1])))};
function handler(event) {
  var request = event.request;
  var uri = request.uri.length > 1 && request.uri.endsWith("/") ? request.uri.slice(0, -1) : request.uri;
  if (uri.indexOf(".", uri.lastIndexOf("/")) !== -1) return request;
  request.uri = uri === "/" ? "/index.html" : pages[uri] ? uri + "/index.html" : "/app.html";
  return request;
}
`;
}
