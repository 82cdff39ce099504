import {
  archiveProduct,
  duplicateProduct,
  discardProductRevision,
  getMyProduct,
  listMyProducts,
  pauseProduct,
  restoreProduct,
  resumeProduct,
  submitProduct,
  withdrawProduct,
} from "@sleekapp/contracts/catalog";
import type { RevisionStatus, Status } from "@sleekapp/core/product/model";
import { type Step, process } from "@sleekapp/core/product/process";
import { MoreHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { ApiError } from "../../lib/api.ts";
import { useCommand } from "../../lib/query.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";

type Listed = {
  readonly productId: string;
  readonly title: string;
  readonly status: Status;
  readonly revision: RevisionStatus | undefined;
};
type Asking = "discard" | "archive";

const asks = {
  discard: {
    title: "Drop the changes",
    consequence: "What you changed since the listing was approved is gone. What buyers see stays as it is.",
    action: "Drop them",
  },
  archive: {
    title: "Archive the listing",
    consequence: "It leaves your list and the catalogue. You can take it out of the archive later.",
    action: "Archive",
  },
} as const;

/** The commands on one listing, each refreshing what shows it. */
export function useSteps(productId: string) {
  const refresh = [getMyProduct, listMyProducts];
  const input = { params: { productId } };
  const withdraw = useCommand(withdrawProduct, { refresh });
  const pause = useCommand(pauseProduct, { refresh });
  const resume = useCommand(resumeProduct, { refresh });
  const discard = useCommand(discardProductRevision, { refresh });
  const archive = useCommand(archiveProduct, { refresh });
  const restore = useCommand(restoreProduct, { refresh });
  const submit = useCommand(submitProduct, { refresh });
  return {
    withdraw: () => withdraw.mutateAsync(input),
    pause: () => pause.mutateAsync(input),
    resume: () => resume.mutateAsync(input),
    discard: () => discard.mutateAsync(input),
    archive: () => archive.mutateAsync(input),
    restore: () => restore.mutateAsync(input),
    submit: () => submit.mutateAsync(input),
  };
}

/** Starts a new listing from what another one says and shows, and goes there. */
function useDuplicate(productId: string) {
  const navigate = useNavigate();
  const duplicate = useCommand(duplicateProduct, { refresh: [listMyProducts] });
  return async () => {
    const copy = await duplicate.mutateAsync({ params: { productId } });
    await navigate(`/app/products/${copy.productId}`);
  };
}

/** Asks before a listing leaves the catalogue or the list. */
export function StepDialog({
  productId,
  asking,
  onClose,
}: {
  readonly productId: string;
  readonly asking: Asking | undefined;
  readonly onClose: () => void;
}) {
  const steps = useSteps(productId);
  const ask = asks[asking ?? "archive"];
  return <ConfirmDialog open={asking !== undefined} onClose={onClose} {...ask} onConfirm={() => steps[asking ?? "archive"]()} />;
}

type Choice = { readonly label: string; readonly step: Step; readonly run: () => void };

/** Steps that what is being written takes; the others are the listing's own. */
const ofRevision = new Set<Step>(["submit", "withdraw"]);

/** What can be done with a listing in its status, as the menu of its row. */
export function ProductMenu({ product }: { readonly product: Listed }): ReactNode {
  const { productId, title, status, revision } = product;
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const steps = useSteps(productId);
  const duplicate = useDuplicate(productId);
  const trying = (work: () => Promise<unknown>) => () => {
    setError(undefined);
    work().catch((failure: unknown) => {
      // The editor names each thing that is missing and goes there.
      if (failure instanceof ApiError && failure.code === "product.incomplete") void navigate(`/app/products/${productId}?asked=yes`);
      else setError(failure);
    });
  };
  const choices: readonly Choice[] = [
    { label: "Hand in for approval", step: "submit", run: trying(steps.submit) },
    { label: "Take back from review", step: "withdraw", run: trying(steps.withdraw) },
    { label: "Pause", step: "pause", run: trying(steps.pause) },
    { label: "Put back into the catalogue", step: "resume", run: trying(steps.resume) },
    { label: "Archive", step: "archive", run: () => setAsking("archive") },
    { label: "Take out of the archive", step: "restore", run: trying(steps.restore) },
  ];
  const items: readonly MenuItem[] = [
    { label: "Open", to: `/app/products/${productId}` },
    ...choices
      .filter(({ step }) => process.can(ofRevision.has(step) ? (revision ?? status) : status, step))
      .map(({ label, run }) => ({ label, onSelect: run })),
    ...(revision ? [{ label: "Drop the changes", onSelect: () => setAsking("discard") }] : []),
    { label: "Duplicate", onSelect: trying(duplicate) },
  ];
  return (
    <>
      <Menu
        name={`Actions for ${title}`}
        triggerClassName="inline-flex size-10 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
        trigger={<MoreHorizontal size={18} aria-hidden="true" />}
        items={items}
      />
      <StepDialog productId={productId} asking={asking} onClose={() => setAsking(undefined)} />
      {error === undefined ? null : <ErrorPanel error={error} className="col-span-full basis-full" />}
    </>
  );
}
