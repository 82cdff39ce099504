import { addPaper, askPaper, getPaper, getPaperLink, removePaper } from "@sleekapp/contracts/supplier";
import { type PaperKind, requiredPapers } from "@sleekapp/core/supplier/model";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { ImageType, MAX_IMAGE_BYTES, PaperType } from "@sleekapp/core/upload/model";
import { useState } from "react";
import { ApiError, call } from "../../lib/api.ts";
import { useUpload } from "../../lib/upload.ts";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { FileDrop, UploadList } from "../../ui/upload.tsx";
import { PaperList } from "./paper-list.tsx";
import { paperNames } from "./words.ts";

const TRIES = 60;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const refused = (code: string, message: string) => new ApiError({ code, message, status: 422, requestId: `web-${crypto.randomUUID().slice(0, 8)}` });

/** Waits until the file has been looked into; throws with the reason when it is refused. */
async function whenChecked(uploadId: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { state, reason } = await call(getPaper, { params: { uploadId } });
    if (state === "ready") return;
    if (state === "refused") throw refused("upload.refused", reason ?? "This file cannot be taken.");
    await pause(1_000);
  }
  throw refused("upload.late", "The file is still being checked. Try again in a minute.");
}

/** Runs a change of the application when everything typed is saved, and while nothing else is. */
export type Changing = (change: () => Promise<SupplierView>) => Promise<void>;

type Props = { readonly supplier: SupplierView; readonly isPhotos: boolean; readonly changing: Changing };

const kinds = ["registration", "tax", "audit", "certificate"] as const satisfies readonly PaperKind[];

/** Papers, or photos of the factory: sent straight to private storage, checked, listed, taken out again. */
export function PapersField({ supplier, isPhotos, changing }: Props) {
  const [kind, setKind] = useState<(typeof kinds)[number]>(kinds[0]);
  const [error, setError] = useState<Error | undefined>(undefined);
  const chosen: PaperKind = isPhotos ? "photo" : kind;
  const accept = isPhotos ? ImageType.options : PaperType.options;
  const { uploads, add, remove, retry } = useUpload({
    slot: async (file) => ({ ...(await call(askPaper, { body: { kind: chosen, type: PaperType.parse(file.type) } })), kind: chosen }),
    confirm: async ({ uploadId, kind: as }, file) => {
      await whenChecked(uploadId);
      await changing(() => call(addPaper, { params: { uploadId }, body: { kind: as, name: file.name.slice(0, 120) } }));
      return uploadId;
    },
    accept,
    maxBytes: MAX_IMAGE_BYTES,
    photos: isPhotos,
  });
  const papers = supplier.papers.filter((paper) => (paper.kind === "photo") === isPhotos);
  const takeOut = async (uploadId: string) => {
    setError(undefined);
    await changing(() => call(removePaper, { params: { uploadId } })).catch((failure: unknown) =>
      setError(failure instanceof Error ? failure : new Error(String(failure))),
    );
  };
  return (
    <div data-field={isPhotos ? "photos" : "registration"} className="flex flex-col gap-4">
      <p className="measure text-ink-2">
        {isPhotos
          ? "Your lines, your machines, your store: what a visitor would see. Only we look at them."
          : "A business registration is needed; what else you have helps. Papers are private: only you and we can open them."}
      </p>
      <PaperList
        papers={papers}
        empty={isPhotos ? "No photos yet." : "No papers yet."}
        open={async (uploadId) => (await call(getPaperLink, { params: { uploadId } })).url}
        onRemove={(uploadId) => void takeOut(uploadId)}
      />
      <FormError error={error} />
      <UploadList uploads={uploads.filter(({ state }) => state !== "done")} onRemove={remove} onRetry={retry} />
      {isPhotos ? null : (
        <Field label="What the paper is" className="sm:max-w-72">
          <Select value={kind} onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? kinds[0])}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {paperNames[one]}
                {requiredPapers.some((needed) => needed === one) ? " (needed)" : ""}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <FileDrop
        label={isPhotos ? "Add photos" : "Add this paper"}
        hint={isPhotos ? "JPEG, PNG, WebP or AVIF, up to 10 MB each." : "PDF or a picture of it, up to 10 MB."}
        accept={accept}
        onFiles={add}
      />
    </div>
  );
}
