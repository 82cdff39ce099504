import type { Ending } from "./trial.ts";

const shortened = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** One trial as it ended: by which test it was caught and with what words, or who let it pass. */
export function told(ending: Ending): string {
  const { trial, seconds } = ending;
  if (!ending.isCaught) return [`SURVIVED  ${trial.name} (${seconds} s)`, ...ending.why.map((line) => `          ${line}`)].join("\n");
  return [`caught    ${trial.name} (${seconds} s)`, `          by ${ending.file}: ${ending.test}`, `          ${shortened(ending.error, 200)}`].join(
    "\n",
  );
}

/** The count at the end, and the survivors by name. */
export function summary(endings: readonly Ending[], did: "removed" | "broken"): string {
  const survivors = endings.filter(({ isCaught }) => !isCaught).map(({ trial }) => trial.name);
  const count = `${endings.length} ${did}, ${endings.length - survivors.length} caught, ${survivors.length} survivors`;
  return survivors.length === 0 ? count : `${count}: ${survivors.join("; ")}`;
}
