import type { LineKey } from "@sleekapp/core/pricing/model";

/** What the kinds of lines of a price are called. */
export const lineNames: Readonly<Record<LineKey, string>> = {
  base: "Base",
  fabric: "Fabric",
  gauge: "Gauge",
  complexity: "Complexity",
  customisation: "Customisation",
  packaging: "Packing",
  sizes: "Sizes",
  sourcing: "Sourcing",
  volume: "Volume",
  lowMoq: "Small run",
  rush: "Schedule",
  sampling: "Sample",
  platformFee: "Platform fee",
  freight: "Freight",
  duty: "Duty",
};
