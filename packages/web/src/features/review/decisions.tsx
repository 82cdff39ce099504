import { approveProduct, getMyProduct, listMyProducts, turnDownProduct } from "@sleekapp/contracts/catalog";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { useKeys } from "./keys.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

type Verdict = "changes" | "final";

const verdicts = [
  { value: "changes", label: "Ask for changes", hint: "It can be mended and handed in again." },
  { value: "final", label: "Turn it down", hint: "It does not belong in the catalogue." },
] as const;

const Key = ({ children }: { readonly children: string }) => (
  <kbd className="rounded-control border border-current px-1 text-small opacity-80 max-sm:hidden" aria-hidden="true">
    {children}
  </kbd>
);

/** Approve and turn down, by button and by key; `onDecided` moves on to the next listing. */
export function Decisions({ product, onDecided }: { readonly product: ProductDraftView; readonly onDecided: () => void }) {
  const { productId, draft, version } = product;
  const refresh = [listMyProducts, getMyProduct];
  const [isTurning, setTurning] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>("changes");
  const name = draft.title ?? "The listing";
  const approve = useCommand(approveProduct, {
    refresh,
    onSuccess: () => {
      toast(`Approved: ${name}`);
      onDecided();
    },
  });
  const turnDown = useCommand(turnDownProduct, {
    refresh,
    onSuccess: () => {
      toast(`Sent back: ${name}`);
      onDecided();
    },
  });
  const approveNow = () => {
    if (!approve.isPending) approve.mutate({ params: { productId }, body: { version } });
  };
  useKeys({ a: approveNow, r: () => setTurning(true) });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={approve.isPending} onClick={approveNow}>
          Approve <Key>A</Key>
        </Button>
        <Button onClick={() => setTurning(true)}>
          Turn down <Key>R</Key>
        </Button>
      </div>
      <FormError error={approve.error} />
      <ReasonDialog
        open={isTurning}
        onClose={() => setTurning(false)}
        title="Turn down"
        consequence={`${name} goes back to its supplier with your reason.`}
        action={verdict === "final" ? "Turn it down" : "Ask for changes"}
        hint="What has to be different. The supplier reads it in the listing and in a mail."
        onConfirm={(reason) => turnDown.mutateAsync({ params: { productId }, body: { reason, final: verdict === "final", version } })}
      >
        <RadioGroup legend="Decision" name="verdict" options={verdicts} value={verdict} onChange={setVerdict} />
      </ReasonDialog>
    </div>
  );
}
