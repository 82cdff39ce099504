import { listMembers } from "@sleekapp/contracts/identity";
import { listApprovals } from "@sleekapp/contracts/spending";
import { ApprovalLine } from "../../features/spending/approval-line.tsx";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** What people of the organisation asked for past their limits, and what was said to it. */
export const Page = () => (
  <>
    <PageHeader title="Approvals">
      <p>Orders past somebody’s limits. A yes is for exactly what was asked for, once; the owner and whom the owner named give it.</p>
    </PageHeader>
    <Approvals />
  </>
);

function Approvals() {
  const found = useRead(listApprovals, {}, { live: true });
  const members = useRead(listMembers, {});
  const failed = [found, members].filter((read) => read.error && !read.data);
  if (failed.length > 0) {
    const retry = () => failed.forEach((read) => void read.refetch());
    return <ErrorPanel error={failed[0]?.error} title="The approvals could not be read" onRetry={retry} />;
  }
  if (!found.data || !members.data) {
    return (
      <Loading label="Loading the approvals">
        <SkeletonText lines={4} />
      </Loading>
    );
  }
  const { items } = members.data;
  if (found.data.items.length === 0) {
    return (
      <EmptyState title="Nothing was asked for">Who wants to order more than their limits let them finds the way to ask beside the price.</EmptyState>
    );
  }
  return (
    <ul aria-label="Approvals" className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {found.data.items.map((approval) => (
        <ApprovalLine key={approval.approvalId} approval={approval} members={items} />
      ))}
    </ul>
  );
}
