import { discardPriceBook, getPriceBookVersion, listPriceBooks, publishPriceBook } from "@sleekapp/contracts/price";
import { NOTICE_SECONDS } from "@sleekapp/core/price-book/model";
import type { BookView } from "@sleekapp/core/price-book/view";
import { type FormEvent, useState } from "react";
import { formatInstant } from "../../lib/dates.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";

type PublishFormProps = { readonly book: BookView; /** True while there is something that is not saved. */ readonly isDirty: boolean };

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, "0");
/** An instant as a field for date and time holds it: in the reader's own zone, to the minute. */
const localOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
const soonest = (): Date => new Date(Math.ceil((now().getTime() + NOTICE_SECONDS * 1000 + MINUTE) / MINUTE) * MINUTE);

/** Publishes a draft from an instant on, or puts it away. */
export function PublishForm({ book: { bookVersion, version }, isDirty }: PublishFormProps) {
  const [from, setFrom] = useState(() => localOf(soonest()));
  const [isAsking, setAsking] = useState<"publish" | "discard" | undefined>(undefined);
  const refresh = [listPriceBooks, getPriceBookVersion];
  const publish = useCommand(publishPriceBook, { refresh });
  const discard = useCommand(discardPriceBook, { refresh });
  const at = new Date(from);
  const isRead = !Number.isNaN(at.getTime());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isRead && !isDirty) setAsking("publish");
  };
  const params = { bookVersion };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label="In force from"
        hint="Two minutes ahead at the earliest. Quotes made before keep the book they were priced with."
        error={isRead ? undefined : "Choose a day and a time."}
      >
        <Input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} className="tnum max-w-64" />
      </Field>
      <FormError error={publish.error ?? discard.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isDirty || !isRead}>
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
        consequence={`Every quote made from ${isRead ? formatInstant(at.toISOString()) : "then"} on is priced by it. It can never be changed again.`}
        action="Publish the book"
        onConfirm={() => publish.mutateAsync({ params, body: { version, effectiveFrom: at.toISOString() } })}
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
