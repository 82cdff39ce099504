import type { MonthView } from "@sleekapp/core/interest/view";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Funnel } from "./funnel.tsx";
import { monthName } from "./months.ts";

type MonthPanelProps = {
  readonly months: readonly [string, ...string[]];
  readonly month: string;
  readonly onMonth: (month: string) => void;
  readonly interest: { readonly data: MonthView | undefined; readonly error: Error | null; readonly refetch: () => unknown };
};

/** How all listings of the supplier did in a month. */
export function MonthPanel({ months, month, onMonth, interest: { data, error, refetch } }: MonthPanelProps) {
  const choice = (
    <Field label="Month" quiet>
      <Select value={month} onChange={(event) => onMonth(event.target.value)}>
        {months.map((one) => (
          <option key={one} value={one}>
            {monthName(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <Panel title="From looking to ordering" action={choice} className="mb-6">
      {error && !data ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Funnel counts={data.total} period={monthName(month)} /> : null}
      {!data && !error ? (
        <Loading label="Loading the figures">
          <SkeletonText lines={5} />
        </Loading>
      ) : null}
    </Panel>
  );
}
