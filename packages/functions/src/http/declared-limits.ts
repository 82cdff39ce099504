import { routes } from "@sleekapp/contracts";
import type { Limit } from "@sleekapp/contracts/route";
import type { LimitView } from "@sleekapp/core/security/model";

const nameOf = ({ per }: Limit): string => (typeof per === "string" ? per : "param" in per ? per.param : per.body);

/** Every limit that a route declares, as the access document lists them. */
export const declaredLimits: readonly LimitView[] = routes.flatMap(({ operationId, limits }) =>
  limits.map((limit) => ({ operationId, per: nameOf(limit), max: limit.max, seconds: limit.seconds })),
);
