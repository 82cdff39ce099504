import { codeIn } from "@sleekapp/local/people/code";
import type { Stage } from "@sleekapp/local/stage";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The words that turn up in one of the values, each with where; without regard to case. */
export function wordsIn(values: readonly unknown[], words: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    const low = text.toLowerCase();
    return words
      .filter((word) => low.includes(word.toLowerCase()))
      .map((word) => `"${word}" in …${text.slice(Math.max(0, low.indexOf(word.toLowerCase()) - 120), low.indexOf(word.toLowerCase()) + 80)}…`);
  });
}

/** Every line that a function has printed since the stage was booted. */
export const logLinesIn = (dataDir: string): readonly string[] =>
  readFileSync(path.join(dataDir, "lambda.jsonl"), "utf8").split("\n").filter(Boolean);

/** Every object in the buckets of a stage, by where it lies, as text. */
export function filesIn(dataDir: string): readonly { readonly key: string; readonly text: string }[] {
  const folder = path.join(dataDir, "sqs-s3", "s3");
  if (!existsSync(folder)) throw new Error("The stage keeps its buckets elsewhere");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ key: file.slice(folder.length), text: readFileSync(file, "utf8") }));
}

/** The six-digit codes that were mailed to people. */
export async function codesMailed(stage: Stage): Promise<readonly string[]> {
  const mails = await Promise.all(stage.mailbox.list().map(({ id }) => stage.mailbox.read(id)));
  return [...new Set(mails.flatMap((mail) => (mail && codeIn(mail)) ?? []))];
}

/** Secrets that were mailed to people: what stands behind the # of a link. */
export async function secretsMailed(stage: Stage): Promise<readonly string[]> {
  const mails = await Promise.all(stage.mailbox.list().map(({ id }) => stage.mailbox.read(id)));
  return mails.flatMap((mail) => [...(mail?.text ?? "").matchAll(/#t=([\w-]{20,})/g)].map(([, secret = ""]) => secret));
}
