import type { DefectClass, Result } from "@sleekapp/core/inspection/rules";

export const classNames: Readonly<Record<DefectClass, string>> = { critical: "Critical", major: "Major", minor: "Minor" };

/** What each class means, for whoever counts. */
export const classHints: Readonly<Record<DefectClass, string>> = {
  critical: "Dangerous or unlawful: needles, sharp points, wrong fibre content.",
  major: "A buyer would send it back: holes, wrong size, broken seams.",
  minor: "Seen only on a close look: loose threads, small marks.",
};

/** What the verdict means while the counting goes on. */
export const outlook: Readonly<Record<Result, string>> = {
  pass: "With this the lot passes, and the balance is asked for.",
  conditional: "With this the buyer decides whether the lot is taken as it is.",
  fail: "With this the lot fails and goes back to production.",
};
