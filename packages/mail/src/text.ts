const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
};

type Writer = { out: string; readonly links: string[]; hidden: number };

const closes: Readonly<Record<string, string>> = {
  p: "\n\n",
  h1: "\n\n",
  h2: "\n",
  table: "\n\n",
  div: "\n\n",
  tr: "\n",
  th: ": ",
  td: "  ",
  li: "\n",
  ul: "\n\n",
};

/** Elements with `data-text="none"` and the head say nothing in the text part; `data-text="skip"` is a void marker for cells. */
function open(writer: Writer, name: string, tag: string): void {
  if (writer.hidden > 0 || name === "head" || attribute(tag, "data-text") === "none") {
    if (!["meta", "br", "img"].includes(name)) writer.hidden += 1;
    return;
  }
  if (name === "br") writer.out += "\n";
  if (name === "li") writer.out += "- ";
  if (name === "a") writer.links.push(attribute(tag, "href") ?? "");
}

function close(writer: Writer, name: string): void {
  if (writer.hidden > 0) {
    writer.hidden -= 1;
    return;
  }
  if (name === "a") {
    const link = writer.links.pop() ?? "";
    if (link !== "" && !writer.out.endsWith(link.replace(/^mailto:/, ""))) writer.out += `: ${link}`;
    return;
  }
  writer.out += closes[name] ?? "";
}

/** What was written in `pre-line` keeps its lines; everything else is one run of words. */
const words = (text: string): string => decode(text.replace(/[ \t\r]+/g, " "));

/**
 * The text part of a mail, read from its own HTML so that the two can never say different things.
 * Knows the few tags our layout uses: links become `label: address`, table rows become lines, list items get a dash.
 */
export function textOf(html: string): string {
  const writer: Writer = { out: "", links: [], hidden: 0 };
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith("<")) {
      if (writer.hidden === 0) writer.out += words(token);
      continue;
    }
    const name = /^<\/?([a-z0-9]+)/i.exec(token)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (token.startsWith("</")) close(writer, name);
    else open(writer, name, token);
  }
  const lines = writer.out.split("\n").map((line) => line.trim());
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
