import { clsx } from "clsx";
import { formatShortDate } from "../lib/dates.ts";
import { type KnotState, Knot } from "./thread-knot.tsx";

export type ThreadStage = {
  readonly key: string;
  readonly name: string;
  readonly state: "todo" | "active" | "done" | "blocked" | "skipped";
  /** The end that was promised, a calendar date. */
  readonly plannedOn?: string | undefined;
  /** The end it was moved to; stands beside the promised one, which is not taken back. */
  readonly revisedOn?: string | undefined;
  /** The day it really ended. */
  readonly actualOn?: string | undefined;
  /** 0 to 100, of the active stage. */
  readonly percent?: number | undefined;
  /** Whole days behind the plan, as the API derived it; absent or 0 when on time. */
  readonly lateDays?: number | undefined;
  /** Why the plan was revised or the stage is blocked, in the supplier's words. */
  readonly reason?: string | undefined;
};

type ThreadProps = {
  readonly stages: readonly ThreadStage[];
  /** `row` (96 × 12) in lists, `panel` on an order, `print` on paper. */
  readonly size: "row" | "panel" | "print";
  /** The name of the list for assistive technology. */
  readonly label?: string;
};

const late = (stage: ThreadStage) => (stage.lateDays ?? 0) > 0;

function knotState(stage: ThreadStage): KnotState {
  if (!late(stage)) return stage.state;
  return stage.state === "active" ? "late" : stage.state === "todo" ? "overdue" : stage.state;
}

const stateWords = { todo: "not started", active: "in progress", done: "done", blocked: "blocked", skipped: "skipped" } as const;

/** The whole of a stage in words, for those who do not see the knot. */
export function stageSentence(stage: ThreadStage): string {
  const behind = late(stage) ? `, ${stage.lateDays} ${stage.lateDays === 1 ? "day" : "days"} late` : "";
  const percent = stage.state === "active" && stage.percent !== undefined ? `, ${stage.percent} %` : "";
  const planned = stage.plannedOn ? `, planned ${formatShortDate(stage.plannedOn)}` : "";
  const revised = stage.revisedOn ? `, moved to ${formatShortDate(stage.revisedOn)}` : "";
  const actual = stage.actualOn ? `, finished ${formatShortDate(stage.actualOn)}` : "";
  return `${stage.name}: ${stateWords[stage.state]}${percent}${behind}${planned}${revised}${actual}`;
}

/**
 * The thread: one line, a knot for each stage. The line is drawn solid as far as the work has come and as a running
 * stitch beyond. In the DOM it is an ordered list, and each stage carries its own words.
 */
export function ProductionThread({ stages, size, label = "Production stages" }: ThreadProps) {
  if (size === "row") return <ThreadRow stages={stages} label={label} />;
  return (
    <ol aria-label={label} className={clsx("flex", size === "panel" ? "flex-col md:flex-row" : "flex-row")}>
      {stages.map((stage, index) => (
        <PanelStage key={stage.key} stage={stage} reached={reaches(stages, index)} last={index === stages.length - 1} size={size} />
      ))}
    </ol>
  );
}

/** True when the line from this stage to the next is already made. */
const reaches = (stages: readonly ThreadStage[], index: number) => {
  const here = stages[index]?.state;
  const next = stages[index + 1]?.state;
  return (here === "done" || here === "skipped") && next !== undefined && next !== "todo";
};

function ThreadRow({ stages, label }: Pick<ThreadProps, "stages"> & { readonly label: string }) {
  const step = stages.length > 1 ? 84 / (stages.length - 1) : 0;
  return (
    <ol aria-label={label} className="relative block h-3 w-24 shrink-0">
      {stages.map((stage, index) => (
        <li key={stage.key} className="contents">
          {index < stages.length - 1 ? (
            <span
              aria-hidden="true"
              style={{ left: 6 + index * step, width: step }}
              className={clsx(
                "absolute top-1/2 -translate-y-1/2 border-t-[1.5px]",
                reaches(stages, index) ? "border-indigo" : "border-dashed border-control",
              )}
            />
          ) : null}
          <span
            data-stage={stage.key}
            data-state={stage.state}
            style={{ left: 6 + index * step }}
            className="absolute top-1/2 -translate-x-1/2 -translate-y-1/2"
          >
            <Knot state={knotState(stage)} percent={stage.percent ?? 0} size={stages.length > 8 ? 8 : 10} />
            <span className="sr-only">{stageSentence(stage)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

// On a phone the thread hangs down the left side; from 768 px, and on paper, it runs across.
const layouts = {
  panel: {
    stage: "relative flex min-w-0 flex-1 gap-4 pb-6 last:pb-0 md:flex-col md:items-center md:gap-2 md:pb-0 md:text-center",
    plan: "order-3 ml-auto shrink-0 text-right md:order-1 md:ml-0 md:text-center",
    knot: "order-1 w-6 md:order-2 md:w-full",
    line: "top-5 left-1/2 h-[calc(100%+1rem)] -translate-x-1/2 border-l-2 md:top-1/2 md:left-1/2 md:h-0 md:w-full md:translate-x-0 md:-translate-y-1/2 md:border-t-2 md:border-l-0",
    words: "order-2 md:order-3 md:px-1",
  },
  print: {
    stage: "relative flex min-w-0 flex-1 flex-col items-center gap-2 text-center",
    plan: "order-1",
    knot: "order-2 w-full",
    line: "top-1/2 left-1/2 w-full -translate-y-1/2 border-t-2",
    words: "order-3 px-1",
  },
} as const;

type PanelStageProps = { readonly stage: ThreadStage; readonly reached: boolean; readonly last: boolean; readonly size: "panel" | "print" };

function PanelStage({ stage, reached, last, size }: PanelStageProps) {
  const layout = layouts[size];
  return (
    <li className={layout.stage}>
      <p aria-hidden="true" className={clsx("tnum min-h-[1.2rem] text-small text-ink-3", layout.plan)}>
        <PlannedDate stage={stage} />
      </p>
      <span
        data-stage={stage.key}
        data-state={stage.state}
        className={clsx("relative flex shrink-0 justify-center self-stretch md:self-auto", layout.knot)}
      >
        {last ? null : (
          <span aria-hidden="true" className={clsx("absolute", reached ? "border-indigo" : "border-dashed border-control", layout.line)} />
        )}
        <span className="relative">
          <Knot state={knotState(stage)} percent={stage.percent ?? 0} size={22} />
        </span>
        <span className="sr-only">{stageSentence(stage)}</span>
      </span>
      <div aria-hidden="true" className={clsx("min-w-0", layout.words)}>
        <p className={clsx("leading-snug", resting.has(stage.state) ? "text-ink-2" : "font-medium")}>{stage.name}</p>
        <p className="tnum text-small">
          <Outcome stage={stage} />
          {late(stage) ? <span className="ml-1.5 font-medium text-madder">+{stage.lateDays} d</span> : null}
        </p>
        {stage.reason ? <p className="text-small text-ink-3">{stage.reason}</p> : null}
      </div>
    </li>
  );
}

/** What stands over the knot: the promised date, struck through where it was moved. */
function PlannedDate({ stage: { plannedOn, revisedOn } }: { readonly stage: ThreadStage }) {
  if (!plannedOn) return null;
  if (!revisedOn) return formatShortDate(plannedOn);
  return (
    <>
      <s>{formatShortDate(plannedOn)}</s> {formatShortDate(revisedOn)}
    </>
  );
}

const resting = new Set<ThreadStage["state"]>(["todo", "skipped"]);

/** What stands under the knot: the actual date, the percent, or why there is neither. */
function Outcome({ stage }: { readonly stage: ThreadStage }) {
  if (stage.actualOn) return <span className="text-ink-2">{formatShortDate(stage.actualOn)}</span>;
  if (stage.state === "active") return <span className="text-indigo">{stage.percent ?? 0} %</span>;
  if (stage.state === "blocked") return <span className="text-turmeric">Blocked</span>;
  return stage.state === "skipped" ? <span className="text-ink-3">Skipped</span> : null;
}
