import { reviseStage } from "@sleekapp/contracts/production";
import { useState } from "react";
import { formatDate } from "../../lib/dates.ts";
import { useCommand } from "../../lib/query.ts";
import { Field, Input, Select, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type Order, orderReads } from "../order/reads.ts";

type Stage = Order["stages"][number];

const dueOf = ({ revisedDueOn, plannedDueOn }: Stage): string => revisedDueOn ?? plannedDueOn;
const isOpen = ({ state }: Stage): boolean => state !== "done" && state !== "skipped";

function useMove(order: Order, onClose: () => void) {
  const open = order.stages.filter(isOpen);
  const [position, setPosition] = useState(open[0]?.position ?? 0);
  const stage = open.find((one) => one.position === position) ?? open[0];
  const [dueOn, setDueOn] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const move = useCommand(reviseStage, { refresh: orderReads, onSuccess: onClose });
  const problems = {
    dueOn: !dueOn ? "Choose the new day." : stage && dueOn === dueOf(stage) ? "It is due on that day already." : undefined,
    reason: reason.trim().length < 3 ? "Say why, in at least 3 characters." : undefined,
  };
  const submit = () => {
    setAsked(true);
    if (!stage || problems.dueOn || problems.reason) return;
    move.mutate({ params: { orderId: order.orderId, position: stage.position }, body: { dueOn, reason: reason.trim() } });
  };
  return {
    open,
    stage,
    setPosition,
    dueOn,
    setDueOn,
    reason,
    setReason,
    move,
    submit,
    problems: asked ? problems : { dueOn: undefined, reason: undefined },
  };
}

/** Another day for a stage, with the reason that both sides read. */
export function MoveForm({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { open, stage, setPosition, dueOn, setDueOn, reason, setReason, move, submit, problems } = useMove(order, onClose);
  return (
    <FormDialog
      title="Move a stage"
      description="What comes after it moves along. The buyer gets a mail where the promised day changes."
      action="Move the stage"
      busy={move.isPending}
      error={move.error}
      look="dialog"
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Stage">
        <Select value={stage?.position ?? ""} onChange={(event) => setPosition(Number(event.target.value))}>
          {open.map((one) => (
            <option key={one.position} value={one.position}>
              {one.name}, due {formatDate(dueOf(one))}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="New day" required error={problems.dueOn}>
        <Input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      </Field>
      <Field label="Reason" hint="Buyer and factory read it." required error={problems.reason}>
        <Textarea value={reason} maxLength={500} rows={3} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
