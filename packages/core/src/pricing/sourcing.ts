import { fabricNames, FINE_GAUGE, specialtyFabrics } from "../garment/model.ts";
import type { Brief, Sourcing } from "./model.ts";

/** Whether the usual mills of Bangladesh cannot do it alone: fibres bought to order, and gauges few of their machines knit. */
export function sourcingOf({ fabric, gauge }: Pick<Brief, "fabric" | "gauge">): Sourcing {
  const reasons = [
    specialtyFabrics.includes(fabric) && `${fabricNames[fabric]} is bought to order from few mills abroad`,
    gauge !== undefined && gauge >= FINE_GAUGE && `Gauge ${gauge} needs fine machines that few mills have`,
  ].filter((reason) => typeof reason === "string");
  return { isSpecialty: reasons.length > 0, reasons };
}
