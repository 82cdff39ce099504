import { formatDate } from "../../lib/dates.ts";
import { Panel } from "../../ui/page-header.tsx";
import { Status, type Tone } from "../../ui/status.tsx";
import type { Order } from "../order/reads.ts";

type Milestone = Order["milestones"][number];

function standing({ state, isLate, percent }: Milestone): { readonly tone: Tone; readonly text: string } {
  if (state === "done") return { tone: "done", text: "Done" };
  if (isLate) return { tone: "late", text: "Late" };
  if (state === "blocked") return { tone: "waiting", text: "Waiting" };
  return state === "active" ? { tone: "active", text: `${percent} %` } : { tone: "neutral", text: "To come" };
}

const Day = ({ on }: { readonly on: string | undefined }) => <td className="py-1.5 pr-4">{on ? formatDate(on) : "–"}</td>;

/** The few dates a buyer follows: as planned, as promised now, as it really was. */
export function Milestones({ milestones }: Pick<Order, "milestones">) {
  const shown = milestones.filter(({ state }) => state !== "skipped");
  if (shown.length === 0) return null;
  return (
    <Panel title="Milestones">
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Milestones, scrolls sideways">
        <table className="tnum w-full">
          <caption className="sr-only">Milestones with planned, promised and actual dates</caption>
          <thead>
            <tr className="border-b border-line text-left text-small text-ink-2">
              {["Milestone", "Planned", "Promised now", "Done on", "Standing"].map((name) => (
                <th key={name} scope="col" className="py-1.5 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((milestone) => {
              const { tone, text } = standing(milestone);
              return (
                <tr key={milestone.key} className="border-b border-line last:border-b-0">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    {milestone.name}
                  </th>
                  <Day on={milestone.plannedOn} />
                  <Day on={milestone.dueOn} />
                  <Day on={milestone.finishedOn} />
                  <td className="py-1.5">
                    <Status tone={tone}>{text}</Status>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
