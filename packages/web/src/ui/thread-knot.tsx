import type { ReactNode } from "react";

/** What a knot can look like: `late` is under way behind plan, `overdue` should have begun. */
export type KnotState = "todo" | "active" | "late" | "overdue" | "done" | "blocked" | "skipped";

const ring = (percent: number, colour: string, notch: boolean): ReactNode => (
  <>
    <circle cx="11" cy="11" r="8" className={`fill-surface ${colour}`} strokeWidth="1.25" />
    <circle
      cx="11"
      cy="11"
      r="8"
      fill="none"
      className={colour}
      strokeWidth="3"
      pathLength="100"
      strokeDasharray={`${Math.max(4, Math.min(100, percent))} 100`}
      transform="rotate(-90 11 11)"
      strokeLinecap="butt"
    />
    {notch ? <path d="M11 .5v6" className="stroke-madder" strokeWidth="3" /> : <circle cx="11" cy="11" r="2.5" className="fill-indigo" />}
  </>
);

const drawings: Readonly<Record<KnotState, (percent: number) => ReactNode>> = {
  done: () => (
    <>
      <circle cx="11" cy="11" r="9" className="fill-indigo" />
      <path d="m7 11.3 2.7 2.8L15 8.4" fill="none" className="stroke-on-indigo" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  active: (percent) => ring(percent, "stroke-indigo", false),
  late: (percent) => ring(percent, "stroke-madder", true),
  overdue: () => (
    <>
      <circle cx="11" cy="11" r="8" className="fill-surface stroke-madder" strokeWidth="2" />
      <path d="M11 .5v6" className="stroke-madder" strokeWidth="3" />
    </>
  ),
  todo: () => <circle cx="11" cy="11" r="7" className="fill-surface stroke-control" strokeWidth="2" />,
  blocked: () => (
    <>
      <rect x="3.5" y="3.5" width="15" height="15" rx="2" className="fill-surface stroke-turmeric" strokeWidth="2.5" />
      <path d="M8.5 8v6M13.5 8v6" className="stroke-turmeric" strokeWidth="2.2" strokeLinecap="round" />
    </>
  ),
  skipped: () => (
    <>
      <circle cx="11" cy="11" r="8" className="fill-surface" />
      <path d="M5 11h12" className="stroke-ink-3" strokeWidth="2.5" strokeLinecap="round" />
    </>
  ),
};

/** One knot of the thread: its shape alone says the state. */
export const Knot = ({ state, percent, size }: { readonly state: KnotState; readonly percent: number; readonly size: number }) => (
  <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" className="block">
    {drawings[state](percent)}
  </svg>
);
