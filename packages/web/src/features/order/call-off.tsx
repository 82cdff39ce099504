import { callOffOrder } from "@sleekapp/contracts/money";
import { process } from "@sleekapp/core/order/process";
import { useCommand } from "../../lib/query.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { type Order, orderReads } from "./reads.ts";

const early = "No factory has accepted it yet, so everything that was paid goes back. A called-off order cannot be opened again.";
const late = "What was paid goes back, less the part of the price that has been made. The factory is told, and its weeks are free again.";

/** Gives up an order that has been paid, with the reason that stands beside its refund. */
export function CallOff({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { orderId, status } = order;
  const command = useCommand(callOffOrder, { refresh: orderReads });
  return (
    <ConfirmDialog
      open
      danger
      title="Call the order off"
      consequence={process.can(status, "callOff") ? early : late}
      action="Call the order off"
      reason={{ label: "Reason, shown beside the refund", shortest: 3, reader: "it stands beside the refund" }}
      onClose={onClose}
      onConfirm={(reason) => command.mutateAsync({ params: { orderId }, body: { seen: status, reason } })}
    />
  );
}
