import { getMyFigures, setCapacityWeek } from "@sleekapp/contracts/supplier";
import type { CapacityWeek } from "@sleekapp/core/supplier/view";
import { useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Progress } from "../../ui/feedback.tsx";
import { Field } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { DateOn } from "../../ui/value.tsx";

const share = ({ total, booked }: CapacityWeek): number => (total === 0 ? (booked > 0 ? 100 : 0) : Math.min(100, Math.round((booked * 100) / total)));

/** The coming weeks: what each has room for, what orders have booked of it, what is free; the office may set a week's room. */
export function CapacityGrid({ weeks, isEditable }: { readonly weeks: readonly CapacityWeek[]; readonly isEditable: boolean }) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  return (
    <ul aria-label="Capacity by week" className="flex flex-col divide-y divide-line">
      {weeks.map((week) => (
        <li key={week.weekOn} className="py-3">
          <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5 sm:grid-cols-[10rem_1fr_12rem_auto]">
            <span className="font-medium">
              Week of <DateOn on={week.weekOn} short />
            </span>
            <span className="max-sm:order-3 max-sm:col-span-2">
              <Progress value={share(week)} label={`Booked in the week of ${week.weekOn}`} tone={share(week) === 100 ? "indigo" : "leaf"} />
            </span>
            <span className="tnum text-small text-ink-2 max-sm:order-4 max-sm:col-span-2">
              {formatCount(week.booked)} of {formatCount(week.total)} booked, {formatCount(week.free)} free
            </span>
            {isEditable ? (
              <Button size="small" aria-expanded={open === week.weekOn} onClick={() => setOpen(open === week.weekOn ? undefined : week.weekOn)}>
                Change<span className="sr-only"> the week of {week.weekOn}</span>
              </Button>
            ) : null}
          </div>
          {open === week.weekOn ? <WeekForm week={week} onDone={() => setOpen(undefined)} /> : null}
        </li>
      ))}
    </ul>
  );
}

function WeekForm({ week, onDone }: { readonly week: CapacityWeek; readonly onDone: () => void }) {
  const [pieces, setPieces] = useState<number | undefined>(week.total);
  const save = useCommand(setCapacityWeek, { refresh: [getMyFigures] });
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { weekOn: week.weekOn }, body: { pieces: Math.min(pieces ?? 0, 1_000_000) } }, { onSuccess: onDone });
      }}
    >
      <Field label="Pieces this week has room for" hint="0 for a week off. What orders have booked stays.">
        <QuantityInput value={pieces} onChange={setPieces} />
      </Field>
      <Button type="submit" variant="primary" busy={save.isPending}>
        Save
      </Button>
      <FormError error={save.error} />
    </form>
  );
}
