import { listInvitations, listMembers } from "@sleekapp/contracts/identity";
import type { Me } from "../../lib/me.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { InviteForm } from "./invite-form.tsx";
import { LeavePanel } from "./leave-panel.tsx";
import { MemberTable } from "./member-table.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

type MembersPanelProps = { readonly me: Me; readonly orgKind: "buyer" | "supplier"; readonly mayManage: boolean };

/** Who has a seat and who is asked to take one; owners offer, change and take seats, everybody else may give theirs back. */
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
      <MemberTable members={members.data.items} me={me} orgKind={orgKind} mayManage={mayManage} />
      <OpenInvitations invitations={invitations.data.items} mayManage={mayManage} />
      {mayManage ? (
        <Panel title="Offer a seat">
          <InviteForm orgKind={orgKind} />
        </Panel>
      ) : (
        <LeavePanel me={me} />
      )}
    </div>
  );
}
