import { MoreHorizontal } from "lucide-react";
import { Menu } from "../../ui/menu.tsx";
import { can, type Deed } from "./abilities.ts";
import { useDeed } from "./deeds.ts";
import type { Order } from "./reads.ts";

const entries: readonly { readonly deed: Deed; readonly label: string; readonly danger?: boolean }[] = [
  { deed: "report", label: "Report progress" },
  { deed: "moveStage", label: "Move a stage" },
  { deed: "claim", label: "Claim what is wrong" },
  { deed: "answerClaim", label: "Answer the claim" },
  { deed: "share", label: "Share a tracking link" },
  { deed: "counter", label: "Ask another price" },
  { deed: "decline", label: "Decline the offer" },
  { deed: "withdraw", label: "Withdraw the offer" },
  { deed: "reorder", label: "Order it again" },
  { deed: "withdrawClaim", label: "Withdraw the claim" },
  { deed: "hold", label: "Put on hold" },
  { deed: "callOff", label: "Call the order off", danger: true },
  { deed: "cancel", label: "Cancel the order", danger: true },
];

/** What else the reader can do with the order; nothing when there is nothing else. */
export function OrderMenu({ order }: { readonly order: Order }) {
  const { begin } = useDeed();
  const items = entries
    .filter(({ deed }) => deed !== order.next.step && can(order, deed))
    .map(({ deed, label, danger = false }) => ({ label, danger, onSelect: () => begin(deed) }));
  if (items.length === 0) return null;
  return (
    <Menu
      name="More about this order"
      triggerClassName="inline-flex size-10 items-center justify-center rounded-control border border-control bg-surface hover:bg-sunken"
      trigger={<MoreHorizontal size={18} aria-hidden="true" />}
      items={items}
    />
  );
}
