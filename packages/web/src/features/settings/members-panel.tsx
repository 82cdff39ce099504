import { listInvitations, listMembers, removeMember, withdrawInvitation } from "@sleekapp/contracts/identity";
import type { MemberView } from "@sleekapp/core/account/model";
import type { InvitationView } from "@sleekapp/core/invitation/model";
import { useState } from "react";
import type { Me } from "../../lib/me.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { DateOn } from "../../ui/value.tsx";
import { InviteForm } from "./invite-form.tsx";
import { kindNames } from "./kinds.ts";

type MembersPanelProps = { readonly me: Me; readonly orgKind: "buyer" | "supplier"; readonly mayManage: boolean };

/** Who has a seat and who is asked to take one; owners offer seats and take them away. */
export function MembersPanel({ me, orgKind, mayManage }: MembersPanelProps) {
  const members = useRead(listMembers, {});
  const invitations = useRead(listInvitations, {});
  const failed = [members, invitations].filter((read) => read.error && !read.data);
  if (failed.length > 0) {
    const retry = () => failed.forEach((read) => void read.refetch());
    return <ErrorPanel error={failed[0]?.error} title="The members could not be read" onRetry={retry} />;
  }
  if (!members.data || !invitations.data) {
    return (
      <Loading label="Loading the members">
        <SkeletonText lines={5} />
      </Loading>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <Members members={members.data.items} me={me} mayManage={mayManage} />
      <Invitations invitations={invitations.data.items} mayManage={mayManage} />
      {mayManage ? (
        <Panel title="Offer a seat">
          <InviteForm orgKind={orgKind} />
        </Panel>
      ) : null}
    </div>
  );
}

type MembersProps = { readonly members: readonly MemberView[]; readonly me: Me; readonly mayManage: boolean };

function Members({ members, me, mayManage }: MembersProps) {
  const [leaving, setLeaving] = useState<MemberView | undefined>(undefined);
  const remove = useCommand(removeMember, { refresh: [listMembers] });
  const columns: readonly [Column<MemberView>, ...Column<MemberView>[]] = [
    {
      key: "name",
      header: "Name",
      cell: ({ name, email, userId }) => (
        <>
          {name}
          {userId === me.userId ? <span className="text-ink-3"> (you)</span> : null}
          <span className="block text-small break-all text-ink-2">{email}</span>
        </>
      ),
    },
    { key: "kind", header: "Seat", cell: ({ kind }) => kindNames[kind] },
    {
      key: "remove",
      header: "Remove",
      cell: (member) =>
        mayManage && member.kind !== "owner" ? (
          <Button size="small" aria-label={`Remove ${member.name}`} onClick={() => setLeaving(member)}>
            Remove
          </Button>
        ) : null,
    },
  ];
  const [first, second] = columns;
  return (
    <section aria-label="Members" className="flex flex-col gap-3">
      <h2 className="text-read font-semibold">Members</h2>
      <DataTable
        label="Members"
        columns={mayManage || second === undefined ? columns : [first, second]}
        rows={members}
        rowKey={(member) => member.userId}
        empty={{ title: "Nobody yet" }}
      />
      <ConfirmDialog
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={`Remove ${leaving?.name ?? ""}`}
        consequence="They cannot act for this organisation any more. What they did stays in the logs."
        action="Remove the member"
        danger
        onConfirm={() => remove.mutateAsync({ params: { userId: leaving?.userId ?? "" } })}
      />
    </section>
  );
}

type InvitationsProps = { readonly invitations: readonly InvitationView[]; readonly mayManage: boolean };

function Invitations({ invitations, mayManage }: InvitationsProps) {
  const withdraw = useCommand(withdrawInvitation, { refresh: [listInvitations] });
  const columns: readonly [Column<InvitationView>, ...Column<InvitationView>[]] = [
    { key: "email", header: "Sent to", cell: ({ email }) => <span className="break-all">{email}</span> },
    { key: "kind", header: "Seat", wide: true, cell: ({ kind }) => kindNames[kind] },
    { key: "until", header: "Open until", cell: ({ expiresAt }) => <DateOn on={expiresAt.slice(0, 10)} /> },
    {
      key: "withdraw",
      header: "Withdraw",
      cell: ({ invitationId, email }) =>
        mayManage ? (
          <Button
            size="small"
            aria-label={`Withdraw the invitation of ${email}`}
            busy={withdraw.isPending && withdraw.variables.params?.invitationId === invitationId}
            onClick={() => withdraw.mutate({ params: { invitationId } })}
          >
            Withdraw
          </Button>
        ) : null,
    },
  ];
  return (
    <section aria-label="Open invitations" className="flex flex-col gap-3">
      <h2 className="text-read font-semibold">Open invitations</h2>
      {withdraw.error ? <ErrorPanel error={withdraw.error} /> : null}
      <DataTable
        label="Open invitations"
        columns={columns}
        rows={invitations}
        rowKey={(invitation) => invitation.invitationId}
        empty={{ title: "No open invitations", text: "A seat that is offered stands here until it is taken, for a week at most." }}
      />
    </section>
  );
}
