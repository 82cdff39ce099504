import { inspectionReport } from "./inspection-report.tsx";

export const inspectionPassed = inspectionReport({
  tone: "leaf",
  verdict: "Passed",
  heading: "The goods passed inspection",
  outcome: "passed inspection",
  effect: "The balance is invoiced now; when it is paid, the goods leave the factory.",
});
