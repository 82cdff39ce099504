import { leaveOrganisation } from "@sleekapp/contracts/identity";
import { useState } from "react";
import type { Me } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useNewSeat } from "./act-for.ts";

/** Gives one's own seat back; what comes next is another of the reader's organisations. */
export function LeavePanel({ me }: { readonly me: Me }) {
  const [isLeaving, setLeaving] = useState(false);
  const leave = useCommand(leaveOrganisation);
  const renew = useNewSeat();
  return (
    <Panel title="Leave">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="measure text-ink-2">You lose sight of everything that belongs to {me.orgName}. Its owner can invite you again.</p>
        <Button onClick={() => setLeaving(true)}>Leave {me.orgName}</Button>
      </div>
      <ConfirmDialog
        open={isLeaving}
        onClose={() => setLeaving(false)}
        title={`Leave ${me.orgName}`}
        consequence="You cannot act for this organisation any more. What you did stays in its logs."
        action="Leave"
        danger
        onConfirm={async () => {
          await leave.mutateAsync({});
          await renew("/app");
        }}
      />
    </Panel>
  );
}
