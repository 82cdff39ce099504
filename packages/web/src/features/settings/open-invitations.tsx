import { listInvitations, resendInvitation, withdrawInvitation } from "@sleekapp/contracts/identity";
import type { InvitationView } from "@sleekapp/core/invitation/model";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { DateOn, EmailAddress } from "../../ui/value.tsx";
import { kindNames } from "./kinds.ts";

type OpenInvitationsProps = { readonly invitations: readonly InvitationView[]; readonly mayManage: boolean };

/** Seats that were offered and not taken yet; an owner sends the mail again or takes the offer back. */
export function OpenInvitations({ invitations, mayManage }: OpenInvitationsProps) {
  const refresh = [listInvitations];
  const withdraw = useCommand(withdrawInvitation, { refresh });
  const resend = useCommand(resendInvitation, { refresh, onSuccess: ({ email }) => toast(`Sent again to ${email}`) });
  const isBusy = (command: typeof withdraw | typeof resend, invitationId: string) =>
    command.isPending && command.variables.params.invitationId === invitationId;
  const shown: readonly [Column<InvitationView>, ...Column<InvitationView>[]] = [
    {
      key: "email",
      header: "Sent to",
      cell: ({ email, kind, expiresAt }) => (
        <>
          <EmailAddress address={email} />
          <span className="block text-small text-ink-2 md:hidden">
            {kindNames[kind]}, until <DateOn on={expiresAt.slice(0, 10)} />
          </span>
        </>
      ),
    },
    { key: "kind", header: "Seat", wide: true, cell: ({ kind }) => kindNames[kind] },
    { key: "until", header: "Open until", wide: true, cell: ({ expiresAt }) => <DateOn on={expiresAt.slice(0, 10)} /> },
  ];
  const manage: Column<InvitationView> = {
    key: "manage",
    header: "Manage",
    cell: ({ invitationId, email }) => (
      <div className="flex flex-wrap gap-2 py-1">
        <Button
          size="small"
          aria-label={`Send again: the invitation of ${email}`}
          busy={isBusy(resend, invitationId)}
          onClick={() => resend.mutate({ params: { invitationId } })}
        >
          Send again
        </Button>
        <Button
          size="small"
          aria-label={`Withdraw the invitation of ${email}`}
          busy={isBusy(withdraw, invitationId)}
          onClick={() => withdraw.mutate({ params: { invitationId } })}
        >
          Withdraw
        </Button>
      </div>
    ),
  };
  return (
    <section aria-label="Open invitations" className="flex flex-col gap-3">
      <h2 className="text-read font-semibold">Open invitations</h2>
      <FormError error={withdraw.error ?? resend.error} />
      <DataTable
        label="Open invitations"
        columns={mayManage ? [...shown, manage] : shown}
        rows={invitations}
        rowKey={(invitation) => invitation.invitationId}
        empty={{ title: "No open invitations", text: "A seat that is offered stands here until it is taken, for a week at most." }}
      />
    </section>
  );
}
