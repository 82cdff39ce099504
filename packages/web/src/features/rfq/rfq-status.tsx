import type { PartyState, Side } from "@sleekapp/core/rfq/model";
import type { RequestCard, RfqCard } from "@sleekapp/core/rfq/view";
import { Status, type Tone } from "../../ui/status.tsx";

type Party = { readonly state: PartyState; readonly turn?: Side | undefined };

/** A request's name in titles; several may be for the same. */
export const referenceOfRfq = ({ rfqId }: Pick<RfqCard, "rfqId">): string => rfqId.slice(-8).toUpperCase();

/** Where a buyer's request stands. */
export function RfqStatus({ rfq: { status, takesBids } }: { readonly rfq: Pick<RfqCard, "status" | "takesBids"> }) {
  if (status === "awarded") return <Status tone="done">Awarded</Status>;
  if (status === "cancelled") return <Status tone="neutral">Called off</Status>;
  return takesBids ? <Status tone="active">Bids come in</Status> : <Status tone="waiting">To be decided</Status>;
}

const ended: Readonly<Partial<Record<PartyState, readonly [Tone, string]>>> = {
  passed: ["neutral", "No bid"],
  awarded: ["done", "Awarded"],
  lost: ["neutral", "Went to another"],
  closed: ["neutral", "Called off"],
};

/** What a reader has to do about one side of a request, or what became of it. */
export function partyState({ state, turn }: Party, reader: Side): readonly [Tone, string] {
  const end = ended[state];
  if (end) return end;
  if (state === "invited") return reader === "supplier" ? ["active", "To bid"] : ["waiting", "Asked"];
  if (turn === reader) return ["active", reader === "supplier" ? "Counter-offer to answer" : "Bid to answer"];
  return ["waiting", reader === "supplier" ? "Bid made" : "Counter-offer made"];
}

export function PartyStatus({ party, reader }: { readonly party: Party; readonly reader: Side }) {
  const [tone, word] = partyState(party, reader);
  return <Status tone={tone}>{word}</Status>;
}

/** Where a request stands for the supplier that was asked. */
export const RequestStatus = ({ request }: { readonly request: RequestCard }) => <PartyStatus party={request} reader="supplier" />;
