import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "neutral" | "active" | "done" | "waiting" | "late" | "info";

const tones = {
  neutral: "bg-sunken text-ink-2",
  active: "bg-indigo-soft text-indigo",
  done: "bg-leaf-soft text-leaf",
  waiting: "bg-turmeric-soft text-turmeric",
  late: "bg-madder-soft text-madder",
  info: "bg-sky-soft text-sky",
} as const satisfies Record<Tone, string>;

const Shape = ({ tone }: { readonly tone: Tone }) => (
  <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="shrink-0" fill="none" stroke="currentColor" strokeWidth="1.6">
    {shapes[tone]}
  </svg>
);

// A different outline for each tone, so that a status is readable without its colour.
const shapes: Readonly<Record<Tone, ReactNode>> = {
  neutral: <circle cx="5" cy="5" r="3.6" />,
  active: (
    <>
      <circle cx="5" cy="5" r="3.9" />
      <circle cx="5" cy="5" r="1.4" fill="currentColor" stroke="none" />
    </>
  ),
  done: <path d="m1.4 5.4 2.4 2.5 4.8-5.6" strokeLinecap="round" strokeLinejoin="round" />,
  waiting: <path d="M2 1h6L2 9h6Z" strokeLinejoin="round" />,
  late: <path d="M5 1 9.2 8.8H.8Z" strokeLinejoin="round" />,
  info: <path d="M1 5h7M5 1.8 8.4 5 5 8.2" strokeLinecap="round" strokeLinejoin="round" />,
};

/** A state in colour, shape and word. */
export function Status({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-small font-medium whitespace-nowrap", tones[tone])}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}

/** A small fact beside a title: a count, a unit, a mark. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="tnum inline-flex items-center rounded-full border border-line px-2 text-small text-ink-2">{children}</span>;
}
