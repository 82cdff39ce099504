import { callOffAdminGrant, confirmAdminGrant, listStaff, withdrawAdmin } from "@sleekapp/contracts/admin";
import type { AdminView, GrantView } from "@sleekapp/core/staff/model";
import { useState } from "react";
import { useMe } from "../../lib/me.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { EmailAddress, TimeAt } from "../../ui/value.tsx";
import { isTooOld, SignInAgain, unlessTooOld } from "../account/sign-in-again.tsx";
import { useNewSeat } from "../settings/act-for.ts";
import { FindPerson } from "./find-person.tsx";
import { MAKES_AN_ADMIN, PersonPane } from "./person-pane.tsx";

/** Who runs the platform, the roles that wait for a second administrator, and how to ask for another. */
export function StaffTab() {
  const staff = useRead(listStaff, {}, { live: true });
  const { data: me } = useMe();
  const [{ person }] = useUrlState({ person: "" });
  const mine = me?.userId ?? "";
  if (staff.error && !staff.data) return <ErrorPanel error={staff.error} title="The staff could not be read" onRetry={() => void staff.refetch()} />;
  return (
    <div className="flex flex-col gap-8">
      <Grants grants={staff.data?.grants} mine={mine} />
      <Admins admins={staff.data?.admins} mine={mine} />
      <section aria-label="Ask for the role" className="flex flex-col gap-3">
        <h2 className="text-read font-semibold">Ask for the role</h2>
        <p className="measure text-ink-2">
          Find the person, and ask. Another administrator confirms within a day; nobody makes an administrator alone.
        </p>
        <FindPerson />
        {person === "" ? null : <PersonPane key={person} userId={person} />}
      </section>
    </div>
  );
}

const nameCell = ({ name, email, userId }: AdminView, mine: string) => (
  <>
    {name}
    {userId === mine ? <span className="text-ink-3"> (you)</span> : null}
    <span className="block text-small text-ink-2">
      <EmailAddress address={email} />
    </span>
  </>
);

type GrantsProps = { readonly grants: readonly GrantView[] | undefined; readonly mine: string };

function Grants({ grants, mine }: GrantsProps) {
  const refresh = [listStaff];
  const [asked, setAsked] = useState<GrantView | undefined>(undefined);
  const confirm = useCommand(confirmAdminGrant, { refresh, onSuccess: () => toast(`Administrator now: ${asked?.name ?? ""}`) });
  const callOff = useCommand(callOffAdminGrant, { refresh });
  const columns: readonly [Column<GrantView>, ...Column<GrantView>[]] = [
    { key: "name", header: "For", cell: (grant) => nameCell(grant, mine) },
    { key: "until", header: "Ends", cell: ({ expiresAt }) => <TimeAt at={expiresAt} />, wide: true },
    {
      key: "manage",
      header: "Decide",
      cell: (grant) => (
        <div className="flex flex-wrap items-center gap-2 py-1">
          {grant.askedBy === mine ? (
            <span className="text-small text-ink-2">Another has to confirm</span>
          ) : (
            <Button size="small" variant="primary" aria-label={`Confirm the role of ${grant.name}`} onClick={() => setAsked(grant)}>
              Confirm
            </Button>
          )}
          <Button
            size="small"
            aria-label={`Call off the role of ${grant.name}`}
            busy={callOff.isPending && callOff.variables.params.userId === grant.userId}
            onClick={() => callOff.mutate({ params: { userId: grant.userId } })}
          >
            Call off
          </Button>
        </div>
      ),
    },
  ];
  return (
    <section aria-label="Waiting for a second administrator" className="flex flex-col gap-3">
      <h2 className="text-read font-semibold">Waiting for a second administrator</h2>
      <FormError error={callOff.error} />
      {isTooOld(confirm.error) ? <SignInAgain what={MAKES_AN_ADMIN} /> : null}
      <DataTable
        label="Waiting for a second administrator"
        columns={columns}
        rows={grants}
        rowKey={({ userId }) => userId}
        empty={{ title: "Nothing waits", text: "A role that one administrator asks for stands here for a day, until another confirms it." }}
      />
      <ConfirmDialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={`Make ${asked?.name ?? ""} an administrator`}
        consequence="They see and decide everything on the platform, once they have an authenticator app."
        action="Give the role"
        onConfirm={() => confirm.mutateAsync({ params: { userId: asked?.userId ?? "" } }).catch(unlessTooOld)}
      />
    </section>
  );
}

type AdminsProps = { readonly admins: readonly AdminView[] | undefined; readonly mine: string };

function Admins({ admins, mine }: AdminsProps) {
  const [leaving, setLeaving] = useState<AdminView | undefined>(undefined);
  const withdraw = useCommand(withdrawAdmin, { refresh: [listStaff] });
  const renew = useNewSeat();
  const isLast = admins?.length === 1;
  const isOwn = leaving?.userId === mine;
  const columns: readonly [Column<AdminView>, ...Column<AdminView>[]] = [
    { key: "name", header: "Name", cell: (admin) => nameCell(admin, mine) },
    {
      key: "manage",
      header: "Role",
      cell: (admin) =>
        isLast ? (
          <span className="text-small text-ink-2">The only one; the role stays</span>
        ) : (
          <Button size="small" aria-label={`Withdraw the role of ${admin.name}`} onClick={() => setLeaving(admin)}>
            Withdraw
          </Button>
        ),
    },
  ];
  return (
    <section aria-label="Administrators" className="flex flex-col gap-3">
      <h2 className="text-read font-semibold">Administrators</h2>
      <DataTable label="Administrators" columns={columns} rows={admins} rowKey={({ userId }) => userId} empty={{ title: "Nobody" }} />
      <ConfirmDialog
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={isOwn ? "Give your role back" : `Withdraw the role of ${leaving?.name ?? ""}`}
        consequence={`${isOwn ? "You" : "They"} can do nothing on the platform any more, from the next call on. Two administrators can give the role again.`}
        action={isOwn ? "Give it back" : "Withdraw the role"}
        danger
        onConfirm={async () => {
          await withdraw.mutateAsync({ params: { userId: leaving?.userId ?? "" } });
          if (isOwn) await renew("/app");
        }}
      />
    </section>
  );
}
