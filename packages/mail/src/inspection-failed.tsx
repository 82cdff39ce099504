import { inspectionReport } from "./inspection-report.tsx";

export const inspectionFailed = inspectionReport({
  tone: "madder",
  verdict: "Failed",
  heading: "The goods did not pass inspection",
  outcome: "did not pass inspection",
  effect: "The factory corrects the defects, and the goods are inspected again. Nothing is shipped and no balance is invoiced before they pass.",
});
