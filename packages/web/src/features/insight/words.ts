import type { EntryView } from "@sleekapp/core/audit/model";
import type { Kind, Severity } from "@sleekapp/core/security/model";
import type { Tone } from "../../ui/status.tsx";

/** `supplier.verified` reads as `Supplier verified`. */
export function actionName({ action, kind }: Pick<EntryView, "action" | "kind">): string {
  const words = action.replaceAll(/[._]/g, " ");
  const said = words.charAt(0).toUpperCase() + words.slice(1);
  return kind === "expiry" ? `${said}: row expired` : said;
}

/** `org_…66hbxrre`: what a long id is of, and its end, which differs where the beginning of two often does not. */
export const shortId = (id: string): string => (/^[\w-]{25,}$/.test(id) ? `${/^[a-z]+_/.exec(id)?.[0] ?? ""}…${id.slice(-8)}` : id);

export const severities: Readonly<Record<Severity, { readonly name: string; readonly tone: Tone }>> = {
  info: { name: "Info", tone: "neutral" },
  low: { name: "Low", tone: "info" },
  medium: { name: "Medium", tone: "active" },
  high: { name: "High", tone: "waiting" },
  critical: { name: "Critical", tone: "late" },
};

export const kindNames: Readonly<Record<Kind, string>> = {
  sign_in_failed: "Failed sign-ins",
  locked_out: "Lock-outs",
  rate_limited: "Limits met",
  refused: "Refusals",
  token_unusable: "Unusable tokens",
  probing: "Asking for others' records",
  code_guessed: "Wrong codes and proofs",
  webhook_unsigned: "Webhooks without a signature",
  ai_cost: "Cost of models",
  ai_over_budget: "Budget of models used up",
  audit_tampered: "Audit touched from outside",
};
