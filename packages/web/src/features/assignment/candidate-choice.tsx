import type { listCandidates } from "@sleekapp/contracts/order";
import { clsx } from "clsx";
import type { Output } from "../../lib/api.ts";
import { formatRate } from "../../lib/money.ts";
import { Progress } from "../../ui/feedback.tsx";

export type Sourcing = Output<typeof listCandidates>;
export type Candidate = Sourcing["candidates"][number];

const factors: Readonly<Record<string, string>> = {
  capability: "Techniques",
  capacity: "Capacity",
  lead: "Lead time",
  onTime: "On time",
  quality: "Quality",
  load: "Free share",
};

function Reasons({ candidate }: { readonly candidate: Candidate }) {
  return (
    <ul className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {candidate.reasons.map(({ factor, scoreBps, text }) => (
        <li key={factor}>
          <Progress value={scoreBps / 100} label={`${candidate.name}, ${factors[factor] ?? factor}`} />
          <p className="mt-1 text-small text-ink-2">
            {factors[factor] ?? factor}: {text}
          </p>
        </li>
      ))}
    </ul>
  );
}

type ChoiceProps = { readonly candidate: Candidate; readonly rank: number; readonly chosen: boolean; readonly onChoose: () => void };

/** A supplier who can be offered the order: place, score, and why. */
export function CandidateChoice({ candidate, rank, chosen, onChoose }: ChoiceProps) {
  return (
    <div
      className={clsx(
        "rounded-control border px-3 py-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo",
        chosen ? "border-indigo bg-indigo-soft" : "border-control bg-surface hover:border-ink-2",
      )}
    >
      <label className="flex items-start gap-2.5">
        <input
          type="radio"
          name="supplier"
          value={candidate.supplierId}
          checked={chosen}
          onChange={onChoose}
          className="mt-0.5 size-4 shrink-0 focus-visible:outline-none"
        />
        <span className="min-w-0 flex-1 font-medium break-words">
          {rank}. {candidate.name}
        </span>
        <span className="tnum shrink-0 font-semibold">{formatRate(candidate.scoreBps)}</span>
      </label>
      <Reasons candidate={candidate} />
    </div>
  );
}

/** Suppliers who cannot be offered the order, each with what stands against it; who declined says why. */
export function BlockedCandidates({ blocked, offers }: { readonly blocked: readonly Candidate[]; readonly offers: Sourcing["offers"] }) {
  if (blocked.length === 0) return null;
  const said = (supplierId: string) => offers.find((offer) => offer.supplierId === supplierId && offer.state === "declined")?.reason;
  return (
    <section aria-label="Cannot be offered" className="flex flex-col gap-2">
      <h3 className="text-small font-medium text-ink-2">Cannot be offered</h3>
      <ul className="rounded-control border border-line">
        {blocked.map(({ supplierId, name, blocked: reasons }) => (
          <li key={supplierId} className="border-b border-line px-3 py-2.5 last:border-b-0">
            <p className="font-medium break-words">{name}</p>
            <ul className="text-small text-ink-2">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {said(supplierId) ? <p className="mt-1 text-small text-ink-2">They wrote: {said(supplierId)}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
