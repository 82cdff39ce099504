import { Brief } from "@sleekapp/core/pricing/model";
import { type BriefFact, briefFacts } from "@sleekapp/core/pricing/words";
import type { ReactNode } from "react";
import { DateOn, Facts } from "../../ui/value.tsx";

/** The brief inside a quote's answer; undefined for one of an older shape. */
export const briefOf = (record: unknown): Brief | undefined => Brief.safeParse(record).data;

function valueOf({ key, text }: BriefFact): ReactNode {
  if (key === "wantedOn") return <DateOn on={text} />;
  return key === "notes" ? <span className="break-words whitespace-pre-line">{text}</span> : text;
}

/** What was asked for, in words. */
export const BriefSummary = ({ brief }: { readonly brief: Brief }) => (
  <Facts facts={briefFacts(brief).map((fact) => ({ label: fact.label, value: valueOf(fact) }))} className="tnum" />
);
