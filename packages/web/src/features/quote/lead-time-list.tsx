import type { LeadTime } from "@sleekapp/core/production/model";

const days = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;

/** The working days of each stage, one after another, each bar beginning where the one before it ends. */
export function LeadTimeList({ leadTime: { stages, totalDays } }: { readonly leadTime: LeadTime }) {
  const share = (count: number) => `${(count / totalDays) * 100}%`;
  const startOf = (index: number) => stages.slice(0, index).reduce((sum, stage) => sum + stage.days, 0);
  return (
    <div className="tnum">
      <ol aria-label="Lead time by stage">
        {stages.map((stage, index) => (
          <li key={stage.key} className="grid grid-cols-[minmax(0,9rem)_1fr_auto] items-center gap-3 border-b border-line py-2">
            <span className="leading-snug">{stage.name}</span>
            <span aria-hidden="true" className="relative block h-1.5 rounded-full bg-sunken">
              <span className="absolute inset-y-0 rounded-full bg-indigo" style={{ left: share(startOf(index)), width: share(stage.days) }} />
            </span>
            <span className="min-w-14 text-right">{days(stage.days)}</span>
          </li>
        ))}
      </ol>
      <p className="flex items-baseline justify-between gap-4 py-2.5 font-semibold">
        <span>Working days in all</span>
        <span>{days(totalDays)}</span>
      </p>
    </div>
  );
}
