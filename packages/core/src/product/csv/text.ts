import { Parser } from "htmlparser2";

/** Elements whose content is never words. */
const silent = new Set(["script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title", "textarea", "select"]);
const blocks = new Set(["p", "div", "section", "article", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre"]);
const lines = new Set(["li", "tr", "dt", "dd", "br"]);

const LOOKS_LIKE_HTML = /<[a-z!/]|&[a-z#0-9]+;/i;

const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/**
 * The words of an HTML body in paragraphs, list items as lines with a dash; scripts, styles, tags, attributes and addresses are gone.
 * A body without any tag keeps its own line breaks.
 */
export function plainText(body: string): string {
  const clean = body.replace(/\r\n?/g, "\n");
  if (!LOOKS_LIKE_HTML.test(clean)) return tidy(clean);
  let out = "";
  let depth = 0;
  const parser = new Parser({
    onopentag(name) {
      if (silent.has(name)) depth += 1;
      if (depth > 0) return;
      if (blocks.has(name)) out += "\n\n";
      else if (lines.has(name)) out += "\n";
      if (name === "li") out += "- ";
      if (name === "td" || name === "th") out += " ";
    },
    ontext(text) {
      if (depth === 0) out += text.replace(/\s+/g, " ");
    },
    onclosetag(name) {
      if (silent.has(name)) depth = Math.max(0, depth - 1);
      else if (depth === 0 && blocks.has(name)) out += "\n\n";
    },
  });
  parser.end(clean);
  return tidy(out);
}
