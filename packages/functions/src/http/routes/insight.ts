import * as contract from "@sleekapp/contracts/insight";
import * as Audit from "@sleekapp/core/audit";
import * as Security from "@sleekapp/core/security";
import { serve } from "../bind.ts";
import { declaredLimits } from "../declared-limits.ts";

/** What admins see of everybody's doings: the audit, security events and limits. */
export const insight = [
  serve(contract.listAudit, ({ query }) => Audit.list(query)),
  serve(contract.checkAudit, ({ params }) => Audit.verify(params)),
  serve(contract.listSecurityEvents, ({ query }) => Security.events(query)),
  serve(contract.listLimits, async () => ({ hits: await Security.limitHits({}), limits: declaredLimits })),
];
