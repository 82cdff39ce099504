import { listClaims } from "@sleekapp/contracts/claim";
import { kindNames, stateNames } from "@sleekapp/core/claim/model";
import { useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { PhotoGrid } from "../../ui/photo-grid.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount, DateOn, type Fact, Facts, TimeAt } from "../../ui/value.tsx";
import { can, type Deed } from "../order/abilities.ts";
import { useDeed } from "../order/deeds.ts";
import type { Order } from "../order/reads.ts";
import type { Claim } from "./reads.ts";

const factsOf = ({ kind, pieces, openedAt, untilOn, amount }: Claim): readonly Fact[] => [
  { label: "What is wrong", value: kindNames[kind] },
  { label: "Pieces", value: String(pieces) },
  { label: "Claimed", value: <TimeAt at={openedAt} /> },
  ...(untilOn ? [{ label: "Made again until", value: <DateOn on={untilOn} /> }] : []),
  ...(amount ? [{ label: "Amount", value: <Amount money={amount} /> }] : []),
];

/** Whose words they are, and the words. */
const Said = ({ by, words }: { readonly by: string; readonly words: string }) => (
  <p className="measure border-l-2 border-line pl-3 break-words whitespace-pre-line text-ink-2">
    <span className="font-medium text-ink">{by}: </span>
    {words}
  </p>
);

/** Where a refund can be followed, for those who see money. */
const settled: Readonly<Record<string, string>> = {
  admin: "The refund was asked of the payment provider; how it goes is under Payments.",
  buyer: "The refund is on its way; how it goes is under Payments.",
};

function OneClaim({ claim, order }: { readonly claim: Claim; readonly order: Order }) {
  const { words, answer, reason, photos, state } = claim;
  const shown = photos.map((url, index) => ({ id: url, url, alt: `Photo ${index + 1} of what arrived` }));
  const note = state === "refunded" ? settled[order.party] : undefined;
  return (
    <div className="flex flex-col gap-4">
      <Status tone={state === "open" ? "waiting" : "neutral"}>{stateNames[state]}</Status>
      <Facts facts={factsOf(claim)} />
      <Said by="Buyer" words={words} />
      {shown.length > 0 ? <PhotoGrid photos={shown} label="Photos of the claim" /> : null}
      {answer ? <Said by="Factory" words={answer} /> : null}
      {reason ? <Said by="SleekApp" words={reason} /> : null}
      {note ? <p className="text-small text-ink-2">{note}</p> : null}
    </div>
  );
}

const deeds: readonly { readonly deed: Deed; readonly label: string }[] = [
  { deed: "answerClaim", label: "Answer the claim" },
  { deed: "withdrawClaim", label: "Withdraw the claim" },
];

/** What may be done about the claim that is open; a supplier who was heard is not asked again. */
function Acts({ order, claim }: { readonly order: Order; readonly claim: Claim }) {
  const { begin } = useDeed();
  const open = deeds.filter(({ deed }) => can(order, deed) && !(deed === "answerClaim" && claim.answer));
  if (claim.state !== "open" || open.length === 0) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      {open.map(({ deed, label }) => (
        <Button key={deed} onClick={() => begin(deed)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

/** The claims of an order as this party may read them; nothing where nobody claimed. */
export function ClaimPanel({ order }: { readonly order: Order }) {
  const claims = useRead(listClaims, { params: { orderId: order.orderId } }, { live: true });
  if (claims.error && !claims.data) return <ErrorPanel error={claims.error} onRetry={() => void claims.refetch()} />;
  return (claims.data?.items ?? []).map((claim) => (
    <Panel key={claim.claimId} title="Claim" className="mb-6">
      <OneClaim claim={claim} order={order} />
      <Acts order={order} claim={claim} />
    </Panel>
  ));
}
