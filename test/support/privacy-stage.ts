import { codeIn } from "@sleekapp/local/people/code";
import type { Stage } from "@sleekapp/local/stage";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The words that turn up in one of the values, each with where; without regard to case. */
export function wordsIn(values: readonly unknown[], words: readonly string[]): readonly string[] {
  const wanted = words.map((word) => [word, word.toLowerCase()] as const);
  return values.flatMap((value) => {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    const low = text.toLowerCase();
    return wanted
      .filter(([, sought]) => low.includes(sought))
      .map(([word, sought]) => `"${word}" in …${text.slice(Math.max(0, low.indexOf(sought) - 120), low.indexOf(sought) + 80)}…`);
  });
}

/** Fields that say who somebody is, where they are, or hold what they wrote. */
const PERSONAL = new Set(
  (
    "name displayName contactName username company companyName email phone street address city about note reason declined hold reasons " +
    "title description alt text comment body message label"
  ).split(" "),
);

/** Shorter words turn up in other words. */
const TELLING = 5;

/** What stands in the personal fields of these records, at any depth. */
export function personalWords(value: unknown, isPersonal = false): readonly string[] {
  if (typeof value === "string") return isPersonal && value.length >= TELLING ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => personalWords(one, isPersonal));
  return Object.entries(value).flatMap(([field, inner]) => personalWords(inner, PERSONAL.has(field)));
}

const ADDRESS = /[\w.+-]+@[\w-]+\.\w+/;

type Private = { readonly words: readonly string[]; readonly codes: readonly string[] };

/** What the lines give away: one of the words anywhere in them, a code that stands by itself, or whatever looks like a mail address. */
export function givenAway(lines: readonly string[], { words, codes }: Private): readonly string[] {
  const alone = new RegExp(`(?<![\\w.-])(?:${codes.join("|")})(?![\\w.-])`);
  return [...wordsIn(lines, words), ...lines.filter((line) => (codes.length > 0 && alone.test(line)) || ADDRESS.test(line))];
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
