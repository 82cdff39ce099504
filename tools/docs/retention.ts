import { type Kind, kinds } from "@sleekapp/core/privacy/kinds";
import { keptElsewhere } from "@sleekapp/core/privacy/retention";
import { generated, table } from "./markdown.ts";

const ways: Readonly<Record<Kind["keeping"]["by"], string>> = { ttl: "by itself (TTL)", erasure: "erasure", nothing: "nothing yet" };

const erasing = ({ erasing: rule }: Kind): string => (rule.how === "removed" ? "removed" : `${rule.how}: ${rule.why}`);

/** How long everything is kept, why, what takes it away, and what an erasure does to it; made of the tables the code itself goes by. */
export function retentionDocument(): string {
  const rows = Object.entries(kinds).map(([kind, rule]) => {
    const { until, why, by } = rule.keeping;
    return [`\`${kind}\``, until, why, ways[by], erasing(rule), rule.told.length > 0 ? rule.told.map((name) => `\`${name}\``).join(" ") : "nothing"];
  });
  const others = keptElsewhere.map(({ what, until, why, by }) => [what, until, why, by]);
  return [
    generated("What is kept, how long and why"),
    "The tables are `packages/core/src/privacy/kinds.ts` and `retention.ts`, which erasure, exports, rows and templates go by.",
    "",
    "## Rows of the table",
    "",
    "DynamoDB removes a row within some days of its end; until then no code of ours takes it for valid.",
    "",
    table(["Kind", "Kept until", "Why", "Taken away by", "When its person is erased", "What its person is told of it"], rows),
    "",
    "## Files, messages, logs and copies",
    "",
    table(["What", "Kept until", "Why", "Taken away by"], others),
    "",
    "An erased person is in the recovery points for up to 35 days more; docs/runbook.md says how an erasure is repeated after one of them was restored.",
    "",
  ].join("\n");
}
