import { decideApproval, listApprovals } from "@sleekapp/contracts/spending";
import type { MemberView } from "@sleekapp/core/account/model";
import type { ApprovalView } from "@sleekapp/core/spending/view";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Status } from "../../ui/status.tsx";
import { toast } from "../../ui/toast.tsx";
import { Amount, DateOn } from "../../ui/value.tsx";
import { placeOf, stateNames } from "./words.ts";

type ApprovalLineProps = { readonly approval: ApprovalView; readonly members: readonly MemberView[] };

const Said = ({ text }: { readonly text: string }) => (
  <p className="mt-1 border-l-2 border-turmeric pl-2 text-small break-words whitespace-pre-line text-ink-2">{text}</p>
);

/** One thing that was asked for: what, by whom, how much, and what was said; whoever may decide does it here. */
export function ApprovalLine({ approval, members }: ApprovalLineProps) {
  const { title, amount, state, askedAt, askedBy, decidedBy, note, answer, orderId, until } = approval;
  const nameOf = (userId: string) => members.find((one) => one.userId === userId)?.name ?? "Somebody who has left";
  const place = placeOf(approval);
  const { tone, text } = stateNames[state];
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium">{place ? <Link to={place}>{title}</Link> : title}</p>
          <p className="text-small text-ink-2">
            {nameOf(askedBy)} asked on <DateOn on={askedAt.slice(0, 10)} />
            {state === "asked" || state === "approved" ? (
              <>
                , holds until <DateOn on={until.slice(0, 10)} />
              </>
            ) : null}
          </p>
          {note ? <Said text={note} /> : null}
          {decidedBy ? (
            <p className="mt-1 text-small text-ink-2">
              {nameOf(decidedBy)} answered{answer ? `: ${answer}` : ""}
            </p>
          ) : null}
          {orderId ? <Link to={`/app/orders/${orderId}`}>The order</Link> : null}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Amount money={amount} strong />
          <Status tone={tone}>{text}</Status>
        </div>
      </div>
      {approval.mayDecide ? <Deciding approval={approval} who={nameOf(askedBy)} /> : null}
    </li>
  );
}

type Verdict = "approved" | "declined";

function Deciding({ approval: { approvalId, version, title }, who }: { readonly approval: ApprovalView; readonly who: string }) {
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined);
  const decide = useCommand(decideApproval, { refresh: [listApprovals] });
  const isYes = verdict !== "declined";
  const send = async (note: string) => {
    const said = note === "" ? {} : { note };
    await decide.mutateAsync({ params: { approvalId }, body: { version, verdict: verdict ?? "declined", ...said } });
    toast(isYes ? `${title} is approved` : `${title} is declined`);
  };
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="primary" onClick={() => setVerdict("approved")}>
        Approve
      </Button>
      <Button onClick={() => setVerdict("declined")}>Decline</Button>
      <ConfirmDialog
        key={verdict ?? "none"}
        open={verdict !== undefined}
        onClose={() => setVerdict(undefined)}
        title={`${isYes ? "Approve" : "Decline"} ${title}`}
        consequence={isYes ? `${who} can order exactly this, once. A change of it makes your yes void.` : `${who} cannot order it, and is told.`}
        action={isYes ? "Approve it" : "Decline it"}
        danger={!isYes}
        reason={{ label: "A word to it (optional)", reader: "they read it" }}
        onConfirm={send}
      />
    </div>
  );
}
