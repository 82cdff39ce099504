/** @jsxImportSource hono/jsx */
import type { Child, FC, PropsWithChildren } from "hono/jsx";
import { formatMoney, type Money } from "@sleekapp/core/kernel/money";
import { formatNearDay } from "./format.ts";
import { ink, sans, serif, type Tone, tones } from "./style.ts";

const body = { fontFamily: sans, fontSize: "15px", lineHeight: "23px" };
const numbers = {
  ...body,
  fontSize: "14px",
  lineHeight: "20px",
  fontVariantNumeric: "tabular-nums",
  borderTop: `1px solid ${ink.line}`,
  padding: "9px 0",
  verticalAlign: "top",
};

export const Heading: FC<PropsWithChildren> = ({ children }) => (
  <h1 class="ink" style={{ margin: "0 0 14px", fontFamily: serif, fontWeight: "600", fontSize: "24px", lineHeight: "31px", color: ink.ink }}>
    {children}
  </h1>
);

export const Paragraph: FC<PropsWithChildren> = ({ children }) => (
  <p class="ink2" style={{ ...body, margin: "0 0 16px", color: ink.ink2 }}>
    {children}
  </p>
);

/** Words somebody wrote, set apart and with their own line breaks. */
export const Said: FC<PropsWithChildren> = ({ children }) => (
  <p
    class="ink line"
    style={{ ...body, margin: "0 0 18px", color: ink.ink, borderLeft: `2px solid ${ink.line}`, paddingLeft: "14px", whiteSpace: "pre-line" }}
  >
    {children}
  </p>
);

/** A state in a word, with its colour and shape. */
export const Status: FC<PropsWithChildren<{ tone: Tone }>> = ({ tone, children }) => (
  <table role="presentation" cellpadding="0" cellspacing="0" style={{ marginBottom: "12px" }}>
    <tr>
      <td
        class={`${tone} ${tone}-soft`}
        style={{
          fontFamily: sans,
          fontSize: "12px",
          lineHeight: "16px",
          fontWeight: "600",
          color: tones[tone].text,
          backgroundColor: tones[tone].soft,
          borderRadius: "6px",
          padding: "4px 10px",
        }}
      >
        <span data-text="none" style={{ fontSize: "9px" }}>
          {tones[tone].shape}{" "}
        </span>
        {children}
      </td>
    </tr>
  </table>
);

/** Label and value, a line each; `undefined` rows are left out. */
export const Facts: FC<{ rows: readonly (readonly [label: string, value: Child] | undefined)[] }> = ({ rows }) => (
  <table
    class="line"
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style={{ margin: "4px 0 22px", borderBottom: `1px solid ${ink.line}` }}
  >
    {rows.map((row) =>
      row === undefined ? null : (
        <tr>
          <th class="ink3 line" align="left" style={{ ...numbers, fontWeight: "400", color: ink.ink3, paddingRight: "16px", width: "38%" }}>
            {row[0]}
          </th>
          <td class="ink line" align="right" style={{ ...numbers, color: ink.ink }}>
            {row[1]}
          </td>
        </tr>
      ),
    )}
  </table>
);

/** Amounts one under the other, and the sum the data states; the sum is never computed here. */
export const Amounts: FC<{ lines: readonly { readonly label: string; readonly amount: Money }[]; total: Money }> = ({ lines, total }) => (
  <table
    class="line"
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style={{ margin: "4px 0 22px", borderBottom: `1px solid ${ink.line}` }}
  >
    {lines.map(({ label, amount }) => (
      <tr>
        <th class="ink2 line" align="left" style={{ ...numbers, fontWeight: "400", color: ink.ink2, paddingRight: "16px" }}>
          {label}
        </th>
        <td class="ink line" align="right" style={{ ...numbers, color: ink.ink, whiteSpace: "nowrap" }}>
          {formatMoney(amount)}
        </td>
      </tr>
    ))}
    <tr>
      <th class="ink line" align="left" style={{ ...numbers, fontWeight: "600", color: ink.ink, paddingRight: "16px" }}>
        Total
      </th>
      <td class="ink line" align="right" style={{ ...numbers, fontWeight: "600", color: ink.ink, whiteSpace: "nowrap" }}>
        {formatMoney(total)}
      </td>
    </tr>
  </table>
);

/** The one thing to do next. */
export const Action: FC<PropsWithChildren<{ href: string }>> = ({ href, children }) => (
  <table role="presentation" cellpadding="0" cellspacing="0" style={{ margin: "0 0 24px" }}>
    <tr>
      <td>
        <a
          class="action"
          href={href}
          style={{
            display: "inline-block",
            fontFamily: sans,
            fontSize: "15px",
            lineHeight: "20px",
            fontWeight: "600",
            color: "#FFFFFF",
            backgroundColor: ink.indigo,
            border: `1px solid ${ink.indigo}`,
            borderRadius: "6px",
            padding: "10px 18px",
            textDecoration: "none",
          }}
        >
          {children}
        </a>
      </td>
    </tr>
  </table>
);

export const Anchor: FC<PropsWithChildren<{ href: string }>> = ({ href, children }) => (
  <a class="link" href={href} style={{ color: ink.indigo }}>
    {children}
  </a>
);

/** A code to type, large and spaced, in one run so that it can be copied. */
export const Code: FC<{ value: string }> = ({ value }) => (
  <table role="presentation" cellpadding="0" cellspacing="0" style={{ margin: "0 0 20px" }}>
    <tr>
      <td
        class="ink sunken"
        style={{
          fontFamily: sans,
          fontSize: "30px",
          lineHeight: "36px",
          fontWeight: "600",
          letterSpacing: "0.18em",
          fontVariantNumeric: "tabular-nums",
          color: ink.ink,
          backgroundColor: ink.sunken,
          borderRadius: "6px",
          padding: "14px 14px 14px 20px",
        }}
      >
        {value}
      </td>
    </tr>
  </table>
);

export const Reasons: FC<{ items: readonly string[] }> = ({ items }) => (
  <ul class="ink" style={{ ...body, margin: "0 0 20px", padding: "0 0 0 20px", color: ink.ink }}>
    {items.map((item) => (
      <li style={{ marginBottom: "6px" }}>{item}</li>
    ))}
  </ul>
);

export const stageStates = ["done", "active", "late", "upcoming", "blocked", "skipped"] as const;
export type StageLine = {
  readonly name: string;
  readonly state: (typeof stageStates)[number];
  readonly plannedOn: string;
  readonly actualOn?: string | undefined;
  readonly percent?: number | undefined;
  readonly lateDays?: number | undefined;
};

const stageTones = { done: "leaf", active: "sky", late: "madder", upcoming: "quiet", blocked: "turmeric", skipped: "quiet" } as const;

const stageWords: Readonly<Record<StageLine["state"], (stage: StageLine) => string>> = {
  done: (stage) => `done ${formatNearDay(stage.actualOn ?? stage.plannedOn)}`,
  active: (stage) => `${stage.percent ?? 0} %, planned ${formatNearDay(stage.plannedOn)}`,
  late: (stage) => `${stage.percent ?? 0} %, late by ${stage.lateDays ?? 0} ${stage.lateDays === 1 ? "day" : "days"}`,
  upcoming: (stage) => `planned ${formatNearDay(stage.plannedOn)}`,
  blocked: (stage) => `blocked, planned ${formatNearDay(stage.plannedOn)}`,
  skipped: () => "skipped",
};

/** The thread of production, a knot per stage, read from top to bottom. */
export const Stages: FC<{ stages: readonly StageLine[] }> = ({ stages }) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={{ margin: "0 0 22px" }}>
    {stages.map((stage) => {
      const tone = stageTones[stage.state];
      const row = { ...body, fontSize: "14px", lineHeight: "20px", padding: "5px 0", fontVariantNumeric: "tabular-nums", verticalAlign: "top" };
      return (
        <tr>
          <td data-text="none" class={tone} width="22" style={{ ...row, color: tones[tone].text, fontSize: "15px" }}>
            {tones[tone].shape}
          </td>
          <th
            class={stage.state === "upcoming" || stage.state === "skipped" ? "ink3" : "ink"}
            align="left"
            style={{
              ...row,
              fontWeight: "400",
              color: stage.state === "upcoming" || stage.state === "skipped" ? ink.ink3 : ink.ink,
              paddingRight: "12px",
            }}
          >
            {stage.name}
          </th>
          <td class={tone} align="right" style={{ ...row, color: tones[tone].text, whiteSpace: "nowrap" }}>
            {stageWords[stage.state](stage)}
          </td>
        </tr>
      );
    })}
  </table>
);
