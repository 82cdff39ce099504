import { invalid } from "../kernel/error.ts";
import { type DefectClass, DefectClass as classes, type Defects, defectTypes, type Finding, type Limits, type Result } from "./model.ts";
import { Aql, Level, type Letter, letterOf, type Single, singlePlan } from "./tables.ts";

export { DefectClass, DefectType, Defects, defectTypes, Finding, Limits, Result } from "./model.ts";
export { Aql, Letter, Level } from "./tables.ts";

/** What the terms agree on (terms/2026-11.ts, 4): general level II, AQL 2.5 for major and 4.0 for minor defects. */
export const agreed: Limits = { level: "II", major: "2.5", minor: "4.0" };

export type SamplingPlan = {
  readonly level: Level;
  readonly letter: Letter;
  /** Pieces to take from the lot: the most that any kind of defect asks for. */
  readonly sampleSize: number;
  /** How many of the pieces taken, from the first on, count for each kind of defect. */
  readonly pieces: Defects;
  /** Defects that are still accepted; one more refuses the lot. */
  readonly accept: Defects;
};

const within = (lotSize: number, { pieces }: Single): number => Math.min(pieces, lotSize);

/**
 * How many pieces of a lot are looked at and how many defects of each kind it may have. A critical defect is never accepted
 * (AQL 0) in any piece that is looked at, and a sample larger than the lot is the whole lot. Throws `inspection.lot` for a lot
 * without pieces.
 */
export function samplingPlan(lotSize: number, { level, ...limits }: Limits = agreed): SamplingPlan {
  if (!Number.isInteger(lotSize) || lotSize < 1) throw invalid("inspection.lot", "An inspection needs a lot of at least one piece", { lotSize });
  const letter = letterOf(lotSize, level);
  const [major, minor] = [singlePlan(letter, limits.major), singlePlan(letter, limits.minor)];
  const pieces = { major: within(lotSize, major), minor: within(lotSize, minor) };
  const sampleSize = Math.max(pieces.major, pieces.minor);
  return {
    level,
    letter,
    sampleSize,
    pieces: { critical: sampleSize, ...pieces },
    accept: { critical: 0, major: major.accept, minor: minor.accept },
  };
}

/** Whether a lot would be held to less than was agreed: fewer pieces, or more defects among them. */
export const isLenient = ({ level, major, minor }: Limits): boolean =>
  Level.options.indexOf(level) < Level.options.indexOf(agreed.level) ||
  Aql.options.indexOf(major) > Aql.options.indexOf(agreed.major) ||
  Aql.options.indexOf(minor) > Aql.options.indexOf(agreed.minor);

/** Defects by class, summed up over what was found. Throws `inspection.class` where a defect is called less bad than it can be. */
export function countOf(findings: readonly Pick<Finding, "type" | "class" | "count">[]): Defects {
  const order = classes.options;
  for (const { type, class: called } of findings) {
    const { least, name } = defectTypes[type];
    if (order.indexOf(called) > order.indexOf(least)) throw invalid("inspection.class", `${name} is at least ${least}`, { type, class: called });
  }
  const sum = (of: DefectClass): number => findings.filter((one) => one.class === of).reduce((total, { count }) => total + count, 0);
  return { critical: sum("critical"), major: sum("major"), minor: sum("minor") };
}

export type Verdict = SamplingPlan & { readonly result: Result; readonly reasons: readonly string[] };

const reasonFor = (kind: DefectClass, found: number, { pieces, accept }: SamplingPlan): string =>
  `${found} ${kind} ${found === 1 ? "defect" : "defects"}, at most ${accept[kind]} in ${pieces[kind]} pieces`;

/** The next looser limit of the standard: what only minor defects may reach before the lot fails outright. */
const looser = (aql: Aql): Aql => Aql.options[Aql.options.indexOf(aql) + 1] ?? aql;

/** Minor defects above their limit that would still be accepted one limit further. */
function isForgivable(lotSize: number, found: Defects, limits: Limits): boolean {
  const plan = samplingPlan(lotSize, limits);
  const next = samplingPlan(lotSize, { ...limits, minor: looser(limits.minor) });
  return found.critical === 0 && found.major <= plan.accept.major && found.minor <= next.accept.minor;
}

/**
 * What becomes of a lot by what was found in its sample, with the reason for each kind of defect that was too frequent. `conditional`
 * when nothing is wrong but more minor defects than agreed, and no more than the standard's next limit accepts: whether the buyer takes
 * it so is the buyer's decision (release on concession, ISO 9000:2015 3.12.5).
 */
export function verdictOf(lotSize: number, found: Defects, limits: Limits = agreed): Verdict {
  const plan = samplingPlan(lotSize, limits);
  const reasons = classes.options.filter((kind) => found[kind] > plan.accept[kind]).map((kind) => reasonFor(kind, found[kind], plan));
  const failed: Result = isForgivable(lotSize, found, limits) ? "conditional" : "fail";
  return { ...plan, result: reasons.length === 0 ? "pass" : failed, reasons };
}
