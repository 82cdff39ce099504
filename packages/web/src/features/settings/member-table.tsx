import { changeMemberKind, handOverOrganisation, listMembers, removeMember } from "@sleekapp/contracts/identity";
import type { MemberView, SeatKind } from "@sleekapp/core/account/model";
import { MoreHorizontal } from "lucide-react";
import { type ComponentProps, useState } from "react";
import type { Me } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { EmailAddress } from "../../ui/value.tsx";
import { useNewSeat } from "./act-for.ts";
import { kindNames, offers } from "./kinds.ts";

type MemberTableProps = {
  readonly members: readonly MemberView[];
  readonly me: Me;
  readonly orgKind: "buyer" | "supplier";
  readonly mayManage: boolean;
};

type Deed = { readonly is: "remove" | "hand over"; readonly member: MemberView };

/** What an owner can do about somebody's seat. */
function useDeeds(orgKind: "buyer" | "supplier") {
  const refresh = [listMembers];
  const [deed, setDeed] = useState<Deed | undefined>(undefined);
  const change = useCommand(changeMemberKind, { refresh });
  const remove = useCommand(removeMember, { refresh });
  const handOver = useCommand(handOverOrganisation);
  const renew = useNewSeat();
  const give = ({ userId, name }: MemberView, kind: SeatKind) =>
    change.mutate({ params: { userId }, body: { kind } }, { onSuccess: () => toast(`${name} is now: ${kindNames[kind]}`) });
  const itemsFor = (member: MemberView): readonly MenuItem[] => [
    ...offers[orgKind]
      .filter(({ value }) => value !== member.kind)
      .map(({ value, label }) => ({ label: `Change to ${label.toLowerCase()}`, onSelect: () => give(member, value) })),
    { label: "Hand the organisation over", onSelect: () => setDeed({ is: "hand over", member }) },
    { label: "Remove", danger: true, onSelect: () => setDeed({ is: "remove", member }) },
  ];
  const params = { userId: deed?.member.userId ?? "" };
  const dialog: ComponentProps<typeof ConfirmDialog> =
    deed?.is === "hand over"
      ? {
          title: `Hand the organisation over to ${deed.member.name}`,
          consequence: `${deed.member.name} becomes the owner. You stay, and can no longer give or take seats.`,
          action: "Hand it over",
          danger: true,
          open: true,
          onClose: () => setDeed(undefined),
          onConfirm: async () => {
            await handOver.mutateAsync({ params });
            await renew();
          },
        }
      : {
          title: `Remove ${deed?.member.name ?? ""}`,
          consequence: "They cannot act for this organisation any more. What they did stays in the logs.",
          action: "Remove the member",
          danger: true,
          open: deed !== undefined,
          onClose: () => setDeed(undefined),
          onConfirm: () => remove.mutateAsync({ params }),
        };
  return { itemsFor, dialog, error: change.error };
}

const nameColumn = (me: Me): Column<MemberView> => ({
  key: "name",
  header: "Name",
  cell: ({ name, email, userId }) => (
    <>
      {name}
      {userId === me.userId ? <span className="text-ink-3"> (you)</span> : null}
      <span className="block text-small text-ink-2">
        <EmailAddress address={email} />
      </span>
    </>
  ),
});

/** Everybody with a seat; an owner finds what can be done about it in a menu at its end. */
export function MemberTable({ members, me, orgKind, mayManage }: MemberTableProps) {
  const { itemsFor, dialog, error } = useDeeds(orgKind);
  const manage: Column<MemberView> = {
    key: "manage",
    header: "Manage",
    cell: (member) =>
      member.kind === "owner" ? null : (
        <Menu
          name={`Manage ${member.name}`}
          trigger={<MoreHorizontal size={18} aria-hidden="true" />}
          triggerClassName="inline-flex size-9 items-center justify-center rounded-control hover:bg-sunken"
          items={itemsFor(member)}
        />
      ),
  };
  const kind: Column<MemberView> = { key: "kind", header: "Seat", cell: (member) => kindNames[member.kind] };
  return (
    <section aria-label="Members" className="flex flex-col gap-3">
      <h2 className="text-read font-semibold">Members</h2>
      <FormError error={error} />
      <DataTable
        label="Members"
        columns={mayManage ? [nameColumn(me), kind, manage] : [nameColumn(me), kind]}
        rows={members}
        rowKey={(member) => member.userId}
        empty={{ title: "Nobody yet" }}
      />
      <ConfirmDialog key={dialog.title} {...dialog} />
    </section>
  );
}
