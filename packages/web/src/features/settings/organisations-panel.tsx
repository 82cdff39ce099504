import type { Me } from "../../lib/me.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { useActFor } from "./act-for.ts";
import { kindNames } from "./kinds.ts";

/** The organisations the reader has a seat in, and which of them they act for. */
export function OrganisationsPanel({ me }: { readonly me: Me }) {
  const { actFor, busy, error } = useActFor();
  return (
    <Panel title="Organisations you act for" flush>
      <ul>
        {me.memberships.map((seat) => (
          <li key={seat.orgId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{seat.orgName}</p>
              <p className="text-small text-ink-2">{kindNames[seat.kind]}</p>
            </div>
            {seat.orgId === me.orgId ? (
              <Status tone="active">Now</Status>
            ) : (
              <Button size="small" busy={busy === seat.orgId} disabled={busy !== undefined} onClick={() => void actFor(seat)}>
                Act for {seat.orgName}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error === undefined ? null : <ErrorPanel error={error} className="m-4" />}
    </Panel>
  );
}
