import { listMembers } from "@sleekapp/contracts/identity";
import { getSpending } from "@sleekapp/contracts/spending";
import type { MemberView } from "@sleekapp/core/account/model";
import type { SpendingView } from "@sleekapp/core/spending/view";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Amount } from "../../ui/value.tsx";
import { RulesForm } from "./rules-form.tsx";
import { limitText } from "./words.ts";

/** What people may order for the organisation: its owner sets it, everybody reads what holds for them. */
export function SpendingPanel({ mayEdit }: { readonly mayEdit: boolean }) {
  const spending = useRead(getSpending, {});
  const members = useRead(listMembers, {});
  const failed = [spending, members].filter((read) => read.error && !read.data);
  if (failed.length > 0) {
    const retry = () => failed.forEach((read) => void read.refetch());
    return <ErrorPanel error={failed[0]?.error} title="The rules could not be read" onRetry={retry} />;
  }
  if (!spending.data || !members.data) {
    return (
      <Loading label="Loading the rules">
        <SkeletonText lines={5} />
      </Loading>
    );
  }
  return <Rules spending={spending.data} members={members.data.items} mayEdit={mayEdit} onReread={() => void spending.refetch()} />;
}

type RulesProps = {
  readonly spending: SpendingView;
  readonly members: readonly MemberView[];
  readonly mayEdit: boolean;
  readonly onReread: () => void;
};

const Rules = ({ spending, members, mayEdit, onReread }: RulesProps) => (
  <div className="flex flex-col gap-6">
    <Own spending={spending} />
    {mayEdit ? (
      <Panel title="What people may order">
        <RulesForm key={spending.version} spending={spending} members={members} onReread={onReread} />
      </Panel>
    ) : null}
  </div>
);

function Own({ spending: { own, isPoRequired } }: { readonly spending: SpendingView }) {
  if (own.length === 0 && !isPoRequired)
    return (
      <EmptyState title="Nothing limits what you order">
        Your owner can set limits by amount, garment and time; what is past them waits for a colleague’s yes.
      </EmptyState>
    );
  return (
    <Panel title="What holds for you">
      <ul className="flex flex-col gap-2">
        {own.map(({ limit, spent }) => (
          <li key={limitText(limit)} className="flex flex-wrap justify-between gap-x-6">
            <span>Up to {limitText(limit)}</span>
            {limit.window === "order" ? null : (
              <span className="text-ink-2">
                <Amount money={spent} /> ordered
              </span>
            )}
          </li>
        ))}
        {isPoRequired ? <li>Every order carries the number of your purchase order.</li> : null}
      </ul>
    </Panel>
  );
}
