import { discardPriceBook, getPriceBookVersion, listPriceBooks, publishPriceBook } from "@sleekapp/contracts/price";
import { NOTICE_SECONDS } from "@sleekapp/core/price-book/model";
import type { BookView } from "@sleekapp/core/price-book/view";
import { type FormEvent, useState } from "react";
import { formatDate } from "../../lib/dates.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";

const moments = [
  { value: "soon", label: "As soon as it can be", hint: "Two minutes after it is published, and one to spare" },
  { value: "day", label: "From a day on", hint: "From its first moment in UTC" },
] as const;
type Moment = (typeof moments)[number]["value"];

const SPARE_SECONDS = 60;
const soonest = (): string => new Date(now().getTime() + (NOTICE_SECONDS + SPARE_SECONDS) * 1000).toISOString();
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && text > now().toISOString().slice(0, 10);

type PublishFormProps = {
  readonly book: BookView;
  /** True while there is something that is not saved. */
  readonly isDirty: boolean;
};

/** Publishes a draft from an instant on, or puts it away. */
export function PublishForm({ book: { bookVersion, version }, isDirty }: PublishFormProps) {
  const [moment, setMoment] = useState<Moment>("soon");
  const [day, setDay] = useState("");
  const [isAsking, setAsking] = useState<"publish" | "discard" | undefined>(undefined);
  const refresh = [listPriceBooks, getPriceBookVersion];
  const publish = useCommand(publishPriceBook, { refresh });
  const discard = useCommand(discardPriceBook, { refresh });
  const isSaid = moment === "soon" || isDay(day);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSaid && !isDirty) setAsking("publish");
  };
  const params = { bookVersion };
  const effectiveFrom = () => (moment === "soon" ? soonest() : `${day}T00:00:00.000Z`);
  const then = moment === "soon" || !isDay(day) ? "three minutes from now" : formatDate(day);
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <RadioGroup legend="In force" name="moment" options={moments} value={moment} onChange={setMoment} />
      {moment === "day" ? (
        <Field label="First day" error={isSaid ? undefined : "A day after today."}>
          <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} className="tnum max-w-48" />
        </Field>
      ) : null}
      <p className="text-small text-ink-2">Quotes made before keep the book they were priced with.</p>
      <FormError error={publish.error ?? discard.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isDirty || !isSaid}>
          Publish
        </Button>
        <Button variant="quiet" onClick={() => setAsking("discard")}>
          Put away
        </Button>
      </div>
      {isDirty ? <p className="text-small text-ink-2">Save the draft first; what is published is what was saved.</p> : null}
      <ConfirmDialog
        open={isAsking === "publish"}
        onClose={() => setAsking(undefined)}
        title="Publish this book"
        consequence={`Every quote made from ${then} on is priced by it. It can never be changed again.`}
        action="Publish the book"
        onConfirm={() => publish.mutateAsync({ params, body: { version, effectiveFrom: effectiveFrom() } })}
      />
      <ConfirmDialog
        open={isAsking === "discard"}
        onClose={() => setAsking(undefined)}
        title="Put this draft away"
        consequence="It stays in the list and is not used."
        action="Put the draft away"
        danger
        onConfirm={() => discard.mutateAsync({ params, body: { version } })}
      />
    </form>
  );
}
