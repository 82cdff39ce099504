import { getOrderForecast } from "@sleekapp/contracts/production";
import type { ForecastView } from "@sleekapp/core/order/view";
import { formatDate } from "../../lib/dates.ts";
import { useRead } from "../../lib/query.ts";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import type { Order } from "../order/reads.ts";
import { causeText } from "./forecast-words.ts";

type Forecast = NonNullable<ForecastView["forecast"]>;

function Against({ likelyOn, promisedOn, slackDays }: Forecast) {
  if (likelyOn <= promisedOn) return <Status tone="done">In time for {formatDate(promisedOn)}</Status>;
  const days = Math.abs(slackDays);
  return (
    <Status tone="late">
      {days} working {days === 1 ? "day" : "days"} after {formatDate(promisedOn)}
    </Status>
  );
}

/** When the goods are likely made, how sure that is, and what it hangs on; nothing where that is no question. */
export function ForecastPanel({ order }: { readonly order: Order }) {
  const { data } = useRead(getOrderForecast, { params: { orderId: order.orderId } });
  const forecast = data?.forecast;
  if (!forecast) return null;
  return (
    <Panel title="Likely done">
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="tnum text-read font-semibold">{formatDate(forecast.likelyOn)}</span>
          <Against {...forecast} />
        </p>
        <p className="text-ink-2">
          Four of five orders like this are done between {formatDate(forecast.earliestOn)} and {formatDate(forecast.latestOn)}.
        </p>
        {forecast.causes.length > 0 ? (
          <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
            {forecast.causes.map((cause) => (
              <li key={`${cause.what}-${cause.stage ?? ""}`}>{causeText(cause)}</li>
            ))}
          </ul>
        ) : null}
        <p className="text-small text-ink-3">Reckoned from the plan, the reports and what this factory took before (model {forecast.model}).</p>
      </div>
    </Panel>
  );
}
