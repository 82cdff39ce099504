import { cancelOrder, completeOrder, declineOffer, deliverOrder, holdOrder, resumeOrder, withdrawOffer } from "@sleekapp/contracts/order";
import { approveSample, finishProduction } from "@sleekapp/contracts/production";
import { useCommand } from "../../lib/query.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import type { Deed } from "./abilities.ts";
import { orderReads } from "./reads.ts";

type Words = { readonly title: string; readonly consequence: string; readonly action: string; readonly danger?: boolean };

const bare = {
  approveSample: {
    route: approveSample,
    title: "Approve the sample",
    consequence: "The bulk is made like this sample. This cannot be taken back.",
    action: "Approve sample",
  },
  finishProduction: {
    route: finishProduction,
    title: "Call the inspection",
    consequence: "You say that the whole order is made and can be inspected.",
    action: "Call the inspection",
  },
  deliver: {
    route: deliverOrder,
    title: "Confirm the delivery",
    consequence: "You say that the goods have arrived. Check them next; the order is complete when everything is right.",
    action: "Confirm delivery",
  },
  complete: {
    route: completeOrder,
    title: "Complete the order",
    consequence: "You say that everything is right. The factory is paid and the order is closed.",
    action: "Complete the order",
  },
  resume: { route: resumeOrder, title: "Resume the order", consequence: "It goes on where it was held.", action: "Resume" },
  cancel: {
    route: cancelOrder,
    title: "Cancel the order",
    consequence: "Nothing has been paid, so nothing is owed. A cancelled order cannot be opened again.",
    action: "Cancel the order",
    danger: true,
  },
  withdraw: {
    route: withdrawOffer,
    title: "Withdraw the offer",
    consequence: "The supplier can no longer accept it, and the order goes back to the queue.",
    action: "Withdraw the offer",
    danger: true,
  },
} as const satisfies Partial<Record<Deed, Words & { readonly route: unknown }>>;

const reasoned = {
  hold: {
    route: holdOrder,
    title: "Put the order on hold",
    consequence: "The clock stops. Buyer and factory see the reason.",
    action: "Put on hold",
    label: "Reason, shown to both sides",
  },
  decline: {
    route: declineOffer,
    title: "Decline the offer",
    consequence: "The order goes back to the queue and is not offered to you again.",
    action: "Decline the offer",
    label: "Why you cannot take it",
    danger: true,
  },
} as const satisfies Partial<Record<Deed, Words & { readonly route: unknown; readonly label: string }>>;

export type BareDeed = keyof typeof bare;
export type ReasonedDeed = keyof typeof reasoned;

export const isBare = (deed: string): deed is BareDeed => deed in bare;
export const isReasoned = (deed: string): deed is ReasonedDeed => deed in reasoned;

type DeedProps<D> = { readonly deed: D; readonly orderId: string; readonly onClose: () => void };

/** Asks before a step that takes nothing but the decision. */
export function ConfirmBare({ deed, orderId, onClose }: DeedProps<BareDeed>) {
  const { route, ...words } = bare[deed];
  const command = useCommand<(typeof bare)[BareDeed]["route"]>(route, { refresh: orderReads });
  return <ConfirmDialog open {...words} onClose={onClose} onConfirm={() => command.mutateAsync({ params: { orderId } })} />;
}

/** Asks before a step that takes a reason somebody will read. */
export function ConfirmReasoned({ deed, orderId, onClose }: DeedProps<ReasonedDeed>) {
  const { route, label, ...words } = reasoned[deed];
  const command = useCommand<(typeof reasoned)[ReasonedDeed]["route"]>(route, { refresh: orderReads });
  return (
    <ConfirmDialog
      open
      {...words}
      reason={{ label, shortest: 1 }}
      onClose={onClose}
      onConfirm={(reason) => command.mutateAsync({ params: { orderId }, body: { reason } })}
    />
  );
}
