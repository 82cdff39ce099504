import { askDesign, deleteDesign } from "@sleekapp/contracts/design";
import type { DesignView } from "@sleekapp/core/design/model";
import { garments } from "@sleekapp/core/garment/model";
import { useState } from "react";
import { shownError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { DateOn } from "../../ui/value.tsx";
import { designReads } from "./reads.ts";
import { UseForQuote } from "./use-for-quote.tsx";

/** What a design is called where its picture is not seen. */
export const designName = ({ description, garmentType }: Pick<DesignView, "description" | "garmentType">): string =>
  description ?? (garmentType ? garments[garmentType].name : "A picture you sent");

/** The picture, which opens large. */
function Zoom({ design }: { readonly design: DesignView }) {
  const [isOpen, setOpen] = useState(false);
  const { url, width, height } = design;
  const name = designName(design);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className="block w-full cursor-zoom-in bg-sunken">
        <img src={url} alt={`Design: ${name}`} width={width} height={height} loading="lazy" className="aspect-square w-full object-contain" />
      </button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Design">
        <img src={url} alt={`Design, large: ${name}`} className="max-h-[70dvh] w-full rounded-control object-contain" />
      </Dialog>
    </>
  );
}

/** A design of one's own: its picture, its words, and what can be done with it. */
export function DesignCard({ design, mayAct }: { readonly design: DesignView; readonly mayAct: boolean }) {
  const { description, garmentType, palette, origin, uses, createdAt } = design;
  return (
    <li className="flex flex-col overflow-hidden rounded-panel border border-line bg-surface">
      <Zoom design={design} />
      <div className="flex flex-1 flex-col gap-2 px-4 py-3">
        <p className="line-clamp-3 wrap-anywhere">{description ?? "A picture you sent"}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
          {garmentType ? <span>{garments[garmentType].name}</span> : null}
          <span>
            {origin === "model" ? "Drawn by a model" : "Sent"} <DateOn on={createdAt.slice(0, 10)} />
          </span>
          {uses > 0 ? <span>{uses === 1 ? "In a quote" : `In ${uses} quotes`}</span> : null}
        </p>
        {palette.length > 0 ? (
          <p aria-label={`Colours: ${palette.join(", ")}`} role="img" className="flex gap-1.5">
            {palette.map((colour) => (
              <span key={colour} className="size-4 rounded-full border border-line" style={{ background: colour }} />
            ))}
          </p>
        ) : null}
        {mayAct ? <Tools design={design} /> : null}
      </div>
    </li>
  );
}

function Tools({ design }: { readonly design: DesignView }) {
  const { designId, description, garmentType, palette, uses } = design;
  const [open, setOpen] = useState<"quote" | "delete" | undefined>(undefined);
  const again = useCommand(askDesign, { refresh: designReads, onSuccess: () => toast("Another one is being drawn") });
  const remove = useCommand(deleteDesign, { refresh: designReads, onSuccess: () => toast("The design is deleted") });
  const close = () => setOpen(undefined);
  const failed = { onError: (error: Error) => toast(shownError(error).message, "late") };
  return (
    <div className="mt-auto -ml-3 flex flex-wrap gap-x-1 pt-1">
      <ButtonLink size="small" variant="quiet" to={`/app/designs/${designId}`}>
        Read this picture<span className="sr-only">: {designName(design)}</span>
      </ButtonLink>
      <Button size="small" variant="quiet" onClick={() => setOpen("quote")}>
        Use for a quote<span className="sr-only">: {designName(design)}</span>
      </Button>
      {description && garmentType ? (
        <Button
          size="small"
          variant="quiet"
          busy={again.isPending}
          onClick={() => again.mutate({ body: { description, garmentType, palette } }, failed)}
        >
          Draw another<span className="sr-only"> like this: {designName(design)}</span>
        </Button>
      ) : null}
      {uses === 0 ? (
        <Button size="small" variant="quiet" onClick={() => setOpen("delete")}>
          Delete<span className="sr-only">: {designName(design)}</span>
        </Button>
      ) : null}
      {open === "quote" ? <UseForQuote designId={designId} onClose={close} /> : null}
      <ConfirmDialog
        open={open === "delete"}
        onClose={close}
        title="Delete this design?"
        consequence="Its picture and its words go for good."
        action="Delete design"
        danger
        onConfirm={() => remove.mutateAsync({ params: { designId } })}
      />
    </div>
  );
}
