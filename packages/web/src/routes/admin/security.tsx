import { AiPanel } from "../../features/ai/ai-panel.tsx";
import { AuditPanel } from "../../features/insight/audit-panel.tsx";
import { EventsPanel } from "../../features/insight/events-panel.tsx";
import { LimitsPanel } from "../../features/insight/limits-panel.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Tabs } from "../../ui/tabs.tsx";

/** What was done, what may have been tried, and what holds callers back. */
export function Page() {
  return (
    <>
      <PageHeader title="Security" />
      <Tabs
        label="Security"
        tabs={[
          { key: "audit", label: "Audit", content: <AuditPanel /> },
          { key: "events", label: "Events", content: <EventsPanel /> },
          { key: "limits", label: "Limits", content: <LimitsPanel /> },
          { key: "ai", label: "AI", content: <AiPanel /> },
        ]}
      />
    </>
  );
}
