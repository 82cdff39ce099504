import { endAllSessions, endSession, listSessions } from "@sleekapp/contracts/account";
import type { SessionView } from "@sleekapp/core/account/model";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { signOut } from "../../lib/auth.ts";
import { countryName } from "../../lib/countries.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

/** Where the reader is signed in, each with its end, and the end of all of them. */
export function SessionsPanel() {
  const found = useRead(listSessions, {});
  return (
    <Panel title="Where you are signed in">
      <div className="flex flex-col gap-5">
        {found.error && !found.data ? (
          <ErrorPanel error={found.error} title="The sign-ins could not be read" onRetry={() => void found.refetch()} />
        ) : found.data ? (
          <Sessions items={found.data.items} />
        ) : (
          <Loading label="Loading the sign-ins">
            <SkeletonText lines={3} />
          </Loading>
        )}
        <Everywhere />
      </div>
    </Panel>
  );
}

const placeOf = ({ address, country }: SessionView): string => (country ? `${countryName(country)}, ${address}` : address);

function Sessions({ items }: { readonly items: readonly SessionView[] }) {
  const end = useCommand(endSession, { refresh: [listSessions] });
  const columns: readonly [Column<SessionView>, ...Column<SessionView>[]] = [
    {
      key: "device",
      header: "Device",
      cell: (one) => (
        <>
          {one.device}
          {one.isThis ? <span className="text-ink-3"> (this one)</span> : null}
          <span className="block text-small text-ink-3 md:hidden">
            <TimeAt at={one.signedInAt} />
          </span>
          <span className="block text-small wrap-anywhere text-ink-3 md:hidden">{placeOf(one)}</span>
        </>
      ),
    },
    { key: "place", header: "From", wide: true, cell: (one) => <span className="break-all">{placeOf(one)}</span> },
    { key: "since", header: "Signed in", wide: true, cell: ({ signedInAt }) => <TimeAt at={signedInAt} /> },
    {
      key: "end",
      header: "End",
      cell: ({ sessionId, device, isThis }) =>
        isThis ? null : (
          <Button
            size="small"
            aria-label={`End the sign-in on ${device}`}
            busy={end.isPending && end.variables.params?.sessionId === sessionId}
            onClick={() => end.mutate({ params: { sessionId } })}
          >
            End
          </Button>
        ),
    },
  ];
  return (
    <>
      {end.error ? <ErrorPanel error={end.error} /> : null}
      <DataTable
        label="Where you are signed in"
        columns={columns}
        rows={items}
        rowKey={({ sessionId }) => sessionId}
        empty={{ title: "Nothing noted yet", text: "A sign-in stands here from its first use." }}
      />
      <p className="measure text-small text-ink-3">
        What is ended can change nothing from now on; pages that are open there can be read for up to fifteen minutes.
      </p>
    </>
  );
}

function Everywhere() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async () => {
    await signOut();
    client.clear();
    await navigate("/");
  };
  const all = useCommand(endAllSessions, { onSuccess: () => void leave() });
  return (
    <div className="flex flex-col items-start gap-4">
      <FormError error={all.error} />
      <Button busy={all.isPending || all.isSuccess} onClick={() => all.mutate({})}>
        Sign out everywhere
      </Button>
    </div>
  );
}
