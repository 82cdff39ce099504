import { listAiJobs } from "@sleekapp/contracts/ai-job";
import { getDesign, listDesigns } from "@sleekapp/contracts/design";
import { adviseFabrics, seedBookAt } from "@sleekapp/core/pricing/rules";
import { idOf } from "../../../support/actors.ts";
import type { Example } from "../example.ts";
import { picture } from "./order-bodies.ts";

const job = (tag: string, more: object) => ({
  jobId: idOf("job", tag),
  task: "design-image",
  subjectId: idOf("dsn", tag),
  percent: 10,
  attempts: 0,
  createdAt: "2026-11-27T06:12:00.000Z",
  updatedAt: "2026-11-27T06:12:10.000Z",
  ...more,
});
const design = (tag: string, more: object) => ({
  designId: idOf("dsn", tag),
  origin: "model",
  palette: [],
  width: 1_024,
  height: 1_024,
  url: picture,
  uses: 0,
  createdAt: "2026-11-26T15:20:00.000Z",
  ...more,
});

const jobs = listAiJobs.response.parse({
  items: [
    job("d1", { status: "running", percent: 70 }),
    job("d2", { status: "failed", reason: "refused" }),
    job("d3", { status: "done", percent: 100 }),
  ],
});
const designs = listDesigns.response.parse({
  items: [
    design("d3", {
      description: "Heavy hoodie in dark blue, a line drawing of a mountain across the back",
      garmentType: "hoodie",
      palette: ["#1f3a5f", "#f2efe6"],
    }),
    design("d4", { origin: "upload", width: 900, height: 1_200, uses: 1 }),
  ],
});

const read = listAiJobs.response.parse({
  items: [
    // Asked for once more and stopped: what was read before is still there.
    job("r2", { task: "design-analysis", subjectId: idOf("dsn", "d3"), status: "cancelled" }),
    job("r1", {
      task: "design-analysis",
      subjectId: idOf("dsn", "d3"),
      status: "done",
      percent: 100,
      source: "model",
      result: {
        kind: "analysis",
        analysis: {
          garment: { value: "hoodie", percent: 92 },
          construction: { value: "jersey", percent: 71 },
          pattern: { value: "plain", percent: 86 },
          print: { value: "large-motif", percent: 64 },
          colours: [
            { hex: "#1f3a5f", name: "Navy", percent: 88 },
            { hex: "#f2efe6", name: "Off-white", percent: 47 },
          ],
          techniques: [{ value: "screen-print", percent: 55 }],
        },
      },
    }),
  ],
});

/** What the page computes beside the reading: fabrics with their prices by the book this release came with. */
const advised = adviseFabrics({ garmentType: "hoodie", construction: "jersey" }, seedBookAt("2026-11-27T00:00:00.000Z"));

/** Designs that are being drawn, that were refused, that are there and that a quote shows. */
export const designExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/designs": [{ bodies: { "GET /v1/ai-jobs": jobs, "GET /v1/designs": designs } }],
  "/app/designs/:id": [
    {
      paths: [`/app/designs/${idOf("dsn", "d3")}`],
      bodies: { [`GET /v1/designs/${idOf("dsn", "d3")}`]: getDesign.response.parse(designs.items[0]), "GET /v1/ai-jobs": read, advised },
      state: "read",
    },
  ],
};
