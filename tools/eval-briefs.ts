import { writeFileSync } from "node:fs";
import path from "node:path";
import { briefsOf, scoresOf, type SetName, sets, tableOf } from "./eval/briefs.ts";
import { byRule, type Reader, realModel, standIn } from "./eval/readers.ts";
import { root } from "./source.ts";

const REPORT = "docs/brief-reading.md";
const INTRO = `# How well briefs are read

Made by \`npm run eval:briefs\`. 60 briefs (30 English, 15 German, 15 Bangla; short, long, messy, in odd units, with sizes, hostile) were written beside the rules of \`packages/core/src/brief/reader\`. After those rules were frozen, 40 more (20, 10, 10) were written, by the same author, and the rules not touched again but for an upper bound of a quantity and the masking of telephone numbers, which changed no score. What is scored of a brief are the fields that stand beside it in \`test/fixtures/briefs\`; \`null\` there asks that nothing is read.

The stand-in for Bedrock fills in what a prompt names and has never seen an expected field; every third of its answers is garbage, so that this shows the way of a request, not the quality of a model. For a real one, with AWS credentials of an account that may ask it (a few cents): \`npm run eval:briefs -- --model amazon.nova-pro-v1:0\`. It prints its tables and leaves this file alone. No real model has been asked yet.
`;

async function tables(reader: Reader, name: string): Promise<string[]> {
  const names: SetName[] = ["known", "unseen"];
  const parts: string[] = [];
  for (const set of names) parts.push(`## ${name}, ${sets[set]}\n\n${tableOf(await scoresOf(briefsOf(set), reader.read))}\n`);
  await reader.close();
  return parts;
}

const model = process.argv[process.argv.indexOf("--model") + 1];
if (process.argv.includes("--model") && model) {
  process.stdout.write((await tables(realModel(model), model)).join("\n"));
} else {
  const report = [INTRO, ...(await tables(byRule, "The rules alone")), ...(await tables(await standIn(), "The stand-in and the rules"))].join("\n");
  writeFileSync(path.join(root, REPORT), report);
  process.stdout.write(report);
}
