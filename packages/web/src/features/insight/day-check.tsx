import { checkAudit } from "@sleekapp/contracts/insight";
import { sentenceOf } from "@sleekapp/core/audit/view";
import { useState } from "react";
import type { Output } from "../../lib/api.ts";
import { useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { DateOn } from "../../ui/value.tsx";

type Report = Output<typeof checkAudit>;

function Verdict({ day, entries, expired, exported, findings }: Report) {
  const faults = findings.filter(({ kind }) => kind !== "late");
  return (
    <Note tone={faults.length > 0 ? "late" : "done"}>
      <p>
        <DateOn on={day} />: {entries} entries, {faults.length === 0 ? "whole and unchanged" : `${faults.length} touched`}
        {expired > 0 ? `, ${expired} with an expired row` : ""}
        {exported === undefined ? "" : `, ${exported} in locked storage`}.
      </p>
      {findings.length > 0 ? (
        <ul className="mt-2 list-disc pl-5 break-words">
          {findings.slice(0, 50).map((finding) => (
            <li key={`${finding.where} ${finding.kind} ${finding.position} ${finding.eventId}`}>{sentenceOf(finding)}</li>
          ))}
        </ul>
      ) : null}
    </Note>
  );
}

/** Checks the chain of a day when asked to, and says what it found on a line of its own in the row of buttons. */
export function DayCheck({ day }: { readonly day: string }) {
  const [asked, setAsked] = useState<string>();
  const found = useRead(checkAudit, { params: { day } }, { enabled: asked === day });
  const onClick = () => {
    if (asked === day) void found.refetch();
    else setAsked(day);
  };
  return (
    <>
      <Button onClick={onClick} busy={found.isFetching}>
        Check the day
      </Button>
      <div role="status" className="basis-full empty:sr-only">
        {asked === day && found.data ? <Verdict {...found.data} /> : null}
      </div>
      {asked === day && found.error ? <ErrorPanel className="basis-full" error={found.error} onRetry={() => void found.refetch()} /> : null}
    </>
  );
}
