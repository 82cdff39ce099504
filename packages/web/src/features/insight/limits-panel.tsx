import { listLimits } from "@sleekapp/contracts/insight";
import type { LimitView } from "@sleekapp/core/security/model";
import { useRead } from "../../lib/query.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { eventColumns } from "./events-panel.tsx";

const spans: readonly (readonly [seconds: number, word: string])[] = [
  [86_400, "a day"],
  [3_600, "an hour"],
  [60, "a minute"],
];

/** `10 a minute`, `200 in 15 minutes`. */
function rateOf({ max, seconds }: LimitView): string {
  const whole = spans.find(([span]) => span === seconds);
  return whole ? `${max} ${whole[1]}` : `${max} in ${Math.round(seconds / 60)} minutes`;
}

/** Whom a limit counts; any other is a field of what is sent. */
const targets: Readonly<Record<string, string>> = { address: "network", user: "person", email: "e-mail address" };

const columns: readonly [Column<LimitView>, ...Column<LimitView>[]] = [
  { key: "route", header: "Route", cell: ({ operationId }) => operationId },
  { key: "rate", header: "At most", cell: rateOf },
  { key: "per", header: "For each", cell: ({ per }) => targets[per] ?? per },
];

/** What each route takes of one caller, and who has met a limit today. */
export function LimitsPanel() {
  const found = useRead(listLimits, {}, { live: true });
  const shared = { error: found.data ? null : found.error, onRetry: () => void found.refetch() };
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="hits">
        <h2 id="hits" className="mb-3 text-read font-semibold">
          Met today
        </h2>
        <DataTable
          label="Limits met today"
          columns={eventColumns}
          rows={found.data?.hits}
          rowKey={({ who, firstAt }) => `${who} ${firstAt}`}
          {...shared}
          empty={{ title: "Nobody has met a limit today", text: "Whoever calls too often is refused with 429 and counted here." }}
        />
      </section>
      {shared.error ? null : (
        <section aria-labelledby="limits">
          <h2 id="limits" className="mb-3 text-read font-semibold">
            Declared limits
          </h2>
          <DataTable
            label="Declared limits"
            columns={columns}
            rows={found.data?.limits}
            rowKey={({ operationId, per, seconds }) => `${operationId} ${per} ${seconds}`}
            empty={{ title: "No route declares a limit" }}
          />
        </section>
      )}
    </div>
  );
}
