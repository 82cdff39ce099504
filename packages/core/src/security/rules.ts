import { Kind, type Severity } from "./model.ts";

type Step = readonly [from: number, severity: Severity];

/** From which count within an hour a kind is how bad. AI costs are in millionths of a dollar: one and five dollars, as the seed alarmed. */
export const steps: Readonly<Record<Kind, readonly [Step, ...Step[]]>> = {
  sign_in_failed: [
    [1, "info"],
    [10, "low"],
    [30, "medium"],
    [60, "high"],
  ],
  locked_out: [
    [1, "low"],
    [5, "medium"],
    [20, "high"],
  ],
  rate_limited: [
    [1, "info"],
    [20, "low"],
    [200, "medium"],
    [2_000, "high"],
  ],
  refused: [
    [1, "info"],
    [10, "low"],
    [50, "medium"],
    [200, "high"],
  ],
  token_unusable: [
    [1, "low"],
    [10, "medium"],
    [100, "high"],
  ],
  probing: [
    [1, "info"],
    [10, "medium"],
    [50, "high"],
    [200, "critical"],
  ],
  code_guessed: [
    [1, "info"],
    [10, "medium"],
    [50, "high"],
  ],
  webhook_unsigned: [
    [1, "medium"],
    [20, "high"],
  ],
  ai_cost: [
    [0, "info"],
    [1_000_000, "high"],
    [5_000_000, "critical"],
  ],
  ai_over_budget: [[1, "critical"]],
  audit_tampered: [[1, "critical"]],
};

const order: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** How bad so many of a kind in an hour are. */
export const severityOf = (kind: Kind, count: number): Severity => steps[kind].findLast(([from]) => count >= from)?.[1] ?? "info";

/** The place of a severity among all; the higher, the worse. */
export const rankOf = (severity: Severity): number => order.indexOf(severity);

/** The first count a container tells of; afterwards it tells of every doubling. Single slips of honest people are not worth a row. */
export const firstTold: Readonly<Record<Kind, number>> = {
  ...(Object.fromEntries(Kind.options.map((kind) => [kind, 1])) as Record<Kind, number>), // every kind has its key
  refused: 3,
  probing: 3,
};

/** What a refusal of ours is a sign of; by its code, and what is not here is nobody's fault. */
const signs: Readonly<Record<string, Kind>> = {
  "rate.limited": "rate_limited",
  "sign_in.locked": "locked_out",
  "token.unusable": "token_unusable",
  "session.ended": "token_unusable",
  "hook.signature": "webhook_unsigned",
  "code.wrong": "code_guessed",
  "code.spent": "code_guessed",
  "proof.unusable": "code_guessed",
  "recovery.refused": "code_guessed",
};

export type Refusal = { readonly code: string; readonly kind: string; readonly isAboutRecord: boolean };

/** The kind of a refusal: by its code, or a permission that is missing, or a record that is not there or another's. */
export function kindOf({ code, kind, isAboutRecord }: Refusal): Kind | undefined {
  const known = signs[code];
  if (known !== undefined) return known;
  if (kind === "forbidden" && code.endsWith(".forbidden")) return "refused";
  return kind === "not_found" && isAboutRecord ? "probing" : undefined;
}
