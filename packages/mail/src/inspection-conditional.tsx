import { inspectionReport } from "./inspection-report.tsx";

export const inspectionConditional = inspectionReport({
  tone: "turmeric",
  verdict: "Your decision",
  heading: "The inspection leaves the goods to you",
  outcome: "needs your decision after its inspection",
  effect:
    "Nothing is wrong with the goods but a few more minor defects than agreed. You can take them as they are, and the balance is asked for, or have them put right and inspected again.",
});
