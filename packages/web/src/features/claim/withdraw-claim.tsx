import { withdrawClaim } from "@sleekapp/contracts/claim";
import { useCommand } from "../../lib/query.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { orderReads } from "../order/reads.ts";
import { useOpenClaim } from "./reads.ts";

/** Asks before a claim is taken back. */
export function WithdrawClaim({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const { claim } = useOpenClaim(orderId);
  const withdraw = useCommand(withdrawClaim, { refresh: orderReads });
  if (!claim) return null;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="Withdraw the claim"
      consequence="The order is delivered again and can be completed."
      action="Withdraw the claim"
      onConfirm={() => withdraw.mutateAsync({ params: { orderId, claimId: claim.claimId } })}
    />
  );
}
