import { ChevronRight } from "lucide-react";
import { Link } from "react-router";
import { Panel } from "../../ui/page-header.tsx";
import { Badge, Status } from "../../ui/status.tsx";
import { Amount, DateOn } from "../../ui/value.tsx";
import type { DeskAction } from "./desk-actions.ts";

type ActionListProps = {
  readonly actions: readonly DeskAction[];
  /** What it says when nothing waits. */
  readonly nothing: string;
};

/** What waits for the reader, first on the desk; each line opens the place where it is done. */
export const ActionList = ({ actions, nothing }: ActionListProps) => (
  <Panel title="Needs your action" action={<Badge>{actions.length}</Badge>} flush>
    {actions.length === 0 ? (
      <p className="px-4 py-4 text-ink-2 sm:px-5">{nothing}</p>
    ) : (
      <ul>
        {actions.map((action) => (
          <ActionLine key={action.key} action={action} />
        ))}
      </ul>
    )}
  </Panel>
);

const ActionLine = ({ action: { title, about, to, by, said, isLate, amount } }: { readonly action: DeskAction }) => (
  <li className="relative flex items-center gap-4 border-b border-line px-4 py-3 last:border-b-0 hover:bg-sunken sm:px-5">
    <div className="min-w-0 flex-1">
      <Link to={to} className="font-medium text-indigo after:absolute after:inset-0">
        {title}
      </Link>
      <p className="tnum text-small text-ink-2">{about}</p>
      {said ? <p className="mt-1 border-l-2 border-turmeric pl-2 text-small break-words whitespace-pre-line text-ink-2">{said}</p> : null}
    </div>
    {amount ? <Amount money={amount} strong /> : null}
    {isLate ? <Status tone="late">Late</Status> : null}
    {by ? (
      <p className="text-small text-ink-3">
        by <DateOn on={by.slice(0, 10)} short />
      </p>
    ) : null}
    <ChevronRight size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
  </li>
);
