import { askDesignUpload, getDesignUpload, listDesigns } from "@sleekapp/contracts/design";
import { ImageType, MAX_IMAGE_BYTES } from "@sleekapp/core/upload/model";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { ApiError } from "../../lib/api-error.ts";
import { keyOf } from "../../lib/query.ts";
import { useUpload } from "../../lib/upload.ts";
import { FileDrop, UploadList } from "../../ui/upload.tsx";

const CHECKS = 40;
const PAUSE_MS = 1_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const failure = (status: number, code: string, message: string) =>
  new ApiError({ status, code, message, requestId: `web-${crypto.randomUUID().slice(0, 8)}` });

/** Waits until the picture has been looked into; throws what was wrong with it. */
async function checked(uploadId: string): Promise<string> {
  for (let look = 0; look < CHECKS; look += 1) {
    const { state, reason } = await call(getDesignUpload, { params: { uploadId } });
    if (state === "refused") throw failure(422, "upload.refused", reason ?? "This file was not taken.");
    if (state === "ready") return uploadId;
    await pause();
  }
  throw failure(0, "upload.slow", "The picture has not been checked yet. Look again in a moment.");
}

/** A picture of a design that there is already: sent straight to storage, looked into, then listed with the others. */
export function SendDesign() {
  const client = useQueryClient();
  const { uploads, add, retry, remove } = useUpload({
    slot: (file) => call(askDesignUpload, { body: { type: ImageType.parse(file.type) } }),
    confirm: async ({ uploadId }) => {
      const sent = await checked(uploadId);
      await client.invalidateQueries({ queryKey: keyOf(listDesigns) });
      return sent;
    },
    accept: ImageType.options,
    maxBytes: MAX_IMAGE_BYTES,
    photos: true,
  });
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label="Choose a picture"
        hint="A sketch, a photo or a drawing: JPEG, PNG, WebP or AVIF, at most 10 MB."
        accept={ImageType.options}
        onFiles={add}
      />
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
    </div>
  );
}
