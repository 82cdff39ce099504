import { getLead } from "@sleekapp/contracts/lead";
import { garments } from "@sleekapp/core/garment/model";
import { FollowUp, Stage } from "@sleekapp/core/lead/model";
import type { EntryView, LeadView } from "@sleekapp/core/lead/view";
import { useParams } from "react-router";
import { FollowUpPanel, NoteForm, Pipeline } from "../../features/lead/lead-actions.tsx";
import { LeadQuote } from "../../features/lead/lead-quote.tsx";
import { Clock, entryNames, followUpNames, priorityNames, StageStatus, stageNames } from "../../features/lead/lead-words.tsx";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { PageHeader, Panel, useTitle } from "../../ui/page-header.tsx";
import { DateOn, EmailAddress, type Fact, Facts, TimeAt } from "../../ui/value.tsx";

/** One lead: who it is, what has happened, and what to do next. */
export function Page() {
  const { leadId = "" } = useParams();
  const lead = useRead(getLead, { params: { leadId } });
  if (lead.data) return <Lead lead={lead.data} />;
  return lead.error ? <PageError error={lead.error} onRetry={() => void lead.refetch()} /> : <PageSkeleton />;
}

function factsOf(lead: LeadView): readonly Fact[] {
  const { email, phone, company, quantity, garmentType, wantedOn, priority, estimate, requests } = lead;
  return [
    { label: "E-mail", value: <EmailAddress address={email} /> },
    ...(phone ? [{ label: "Telephone", value: phone }] : []),
    ...(company ? [{ label: "Company", value: company }] : []),
    { label: "Pieces", value: formatCount(quantity) },
    { label: "Garment", value: garmentType ? garments[garmentType].plural : "Not said" },
    ...(wantedOn ? [{ label: "Wanted by", value: <DateOn on={wantedOn} /> }] : []),
    { label: "Priority", value: priorityNames[priority] },
    ...(estimate ? [{ label: "The book says", value: `${formatMoney(estimate.low)} to ${formatMoney(estimate.high)}` }] : []),
    { label: "Asked", value: requests === 1 ? "Once" : `${formatCount(requests)} times` },
  ];
}

function Lead({ lead }: { readonly lead: LeadView }) {
  useTitle(`Lead ${lead.reference}, ${lead.name}`);
  return (
    <>
      <PageHeader title={lead.name} parent={{ label: "Leads", to: "/admin/quotes?tab=leads" }} status={<StageStatus stage={lead.stage} />}>
        <p className="tnum flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{lead.reference}</span>
          <Clock lead={lead} />
          <span>
            by <TimeAt at={lead.respondBy} />
          </span>
        </p>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title="Who and what">
            <Facts facts={factsOf(lead)} className="tnum" />
          </Panel>
          <Panel title="What has happened">
            <div className="flex flex-col gap-5">
              <NoteForm leadId={lead.leadId} />
              <Log entries={lead.entries} />
            </div>
          </Panel>
        </div>
        <div className="flex flex-col gap-6">
          <Pipeline lead={lead} />
          <LeadQuote lead={lead} />
          <FollowUpPanel lead={lead} />
        </div>
      </div>
    </>
  );
}

/** What an entry says, in words: stages and templates have names. */
function wordsOf({ kind, text }: EntryView): string {
  if (kind === "stage") return stageNames[Stage.safeParse(text).data ?? "new"];
  if (kind === "follow_up") return followUpNames[FollowUp.safeParse(text).data ?? "gentle"];
  return kind === "quote" ? text.slice(-8).toUpperCase() : text;
}

const Log = ({ entries }: { readonly entries: readonly EntryView[] }) => (
  <ol aria-label="What has happened" className="flex flex-col">
    {entries.map((entry) => (
      <li key={entry.entryId} className="flex flex-col gap-1 border-b border-line py-2.5 last:border-b-0">
        <p className="flex flex-wrap justify-between gap-x-4 text-small text-ink-2">
          <span className="font-medium">{entryNames[entry.kind]}</span>
          <TimeAt at={entry.at} />
        </p>
        <p className="measure whitespace-pre-line wrap-anywhere">{wordsOf(entry)}</p>
      </li>
    ))}
  </ol>
);
