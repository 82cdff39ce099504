import { chooseOrganisation } from "@sleekapp/contracts/identity";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { getToken } from "../../lib/auth.ts";
import { type Me, homeOf, roleOf } from "../../lib/me.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { kindNames } from "./kinds.ts";

/** The organisations the reader has a seat in; acting for another one takes a new token and forgets everything read so far. */
export function OrganisationsPanel({ me }: { readonly me: Me }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const choose = async ({ orgId, orgKind, kind }: Me["memberships"][number]) => {
    setBusy(orgId);
    setError(undefined);
    try {
      await call(chooseOrganisation, { body: { orgId } });
      await getToken(true);
      await navigate(homeOf(roleOf({ orgKind, memberKind: kind })));
      await client.resetQueries();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(undefined);
    }
  };
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
              <Button size="small" busy={busy === seat.orgId} disabled={busy !== undefined} onClick={() => void choose(seat)}>
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
