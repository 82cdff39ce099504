import type { Route } from "@sleekapp/contracts/route";
import { type Actor, refOf } from "@sleekapp/core/kernel/actor";
import { AppError } from "@sleekapp/core/kernel/error";
import { sourceOf } from "@sleekapp/core/kernel/source";
import { clock } from "@sleekapp/core/ports/clock";
import { notice } from "@sleekapp/core/security/note";
import { kindOf } from "@sleekapp/core/security/rules";
import { logger } from "./log.ts";
import { raiseAlarm } from "./signal.ts";

type Refused = { readonly route: Route; readonly actor: Actor | undefined; readonly address: string };

/** Public pages have addresses that anybody may mistype; whoever asks for a record elsewhere has been given its id, or tries ids. */
const isAboutRecord = ({ auth, params }: Route): boolean => auth !== "public" && Object.keys(params.shape).length > 0;

/** Who is to be counted: a person by their id, everybody else by their network. */
function whoOf({ actor, address }: Refused): string {
  const isPerson = actor !== undefined && actor.type !== "visitor" && actor.type !== "system";
  return isPerson ? refOf(actor).id : (sourceOf(address) ?? "unknown");
}

/** Counts a refusal that may be somebody's attempt at what is not theirs. What goes wrong here must not change the answer. */
export async function noticeRefusal(error: unknown, refused: Refused): Promise<void> {
  if (!(error instanceof AppError)) return;
  const kind = kindOf({ code: error.code, kind: error.kind, isAboutRecord: isAboutRecord(refused.route) });
  if (kind === undefined) return;
  try {
    raiseAlarm(await notice({ kind, who: whoOf(refused), what: refused.route.operationId }, clock.now()));
  } catch (cause) {
    logger.warn("security", { kind, outcome: "not noted", cause: cause instanceof Error ? cause : new Error("unknown") });
  }
}
