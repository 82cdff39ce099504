import { shipOrder } from "@sleekapp/contracts/order";
import { useState } from "react";
import * as z from "zod";
import { useDraft } from "../../lib/draft.ts";
import { useCommand } from "../../lib/query.ts";
import { Field, Input } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { orderReads } from "./reads.ts";

const Typed = z.object({ carrier: z.string(), trackingNumber: z.string() });
const carriers = ["DHL", "FedEx", "UPS", "Maersk", "Kuehne+Nagel"] as const;

const problemsOf = ({ carrier, trackingNumber }: z.output<typeof Typed>) => ({
  carrier: carrier.trim().length < 2 ? "Say who carries the goods." : undefined,
  trackingNumber: trackingNumber.trim().length < 4 ? "Write the number the carrier gave you; at least 4 characters." : undefined,
});

const Carriers = () => (
  <datalist id="carriers">
    {carriers.map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
);

/** The goods leave: who carries them, under which number. */
export function ShipForm({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const draft = useDraft({
    key: `ship.${orderId}`,
    initial: { carrier: "", trackingNumber: "" },
    parse: (value) => Typed.safeParse(value).data,
  });
  const [asked, setAsked] = useState(false);
  const ship = useCommand(shipOrder, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const { carrier, trackingNumber } = draft.value;
  const problems = problemsOf(draft.value);
  const submit = () => {
    setAsked(true);
    if (!problems.carrier && !problems.trackingNumber) ship.mutate({ params: { orderId }, body: { carrier, trackingNumber } });
  };
  return (
    <FormDialog
      title="Ship the goods"
      description="The buyer sees carrier and number at once and gets a mail."
      action="Goods have left"
      busy={ship.isPending}
      error={ship.error}
      look="dialog"
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Carrier" required error={asked ? problems.carrier : undefined}>
        <Input
          value={carrier}
          list="carriers"
          maxLength={60}
          autoComplete="off"
          onChange={(event) => draft.save({ ...draft.value, carrier: event.target.value })}
        />
      </Field>
      <Carriers />
      <Field label="Tracking number" required error={asked ? problems.trackingNumber : undefined}>
        <Input
          value={trackingNumber}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => draft.save({ ...draft.value, trackingNumber: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}
