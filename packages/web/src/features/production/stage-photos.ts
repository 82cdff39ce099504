import { askStagePhoto, getStagePhoto } from "@sleekapp/contracts/production";
import { ImageType, MAX_IMAGE_BYTES, type SlotView, type UploadView } from "@sleekapp/core/upload/model";
import { call } from "../../lib/api.ts";
import { ApiError } from "../../lib/api-error.ts";
import { useUpload } from "../../lib/upload.ts";

/** A report carries this many photos at most. */
export const MAX_PHOTOS = 6;
const CHECKS = 40;
const PAUSE_MS = 1_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const failure = (status: number, code: string, message: string) =>
  new ApiError({ status, code, message, requestId: `web-${crypto.randomUUID().slice(0, 8)}` });

type PhotoSource = {
  readonly slot: (type: ImageType) => Promise<SlotView>;
  readonly look: (uploadId: string) => Promise<UploadView>;
};

/** Waits until the photo has been looked into; answers its id, throws what was wrong with it. */
async function checked(uploadId: string, look: PhotoSource["look"]): Promise<string> {
  for (let check = 0; check < CHECKS; check += 1) {
    const { state, reason } = await look(uploadId);
    if (state === "ready") return uploadId;
    if (state === "refused") throw failure(422, "upload.refused", reason ?? "This file was not taken.");
    await pause();
  }
  throw failure(0, "upload.slow", "The photo has not been checked yet. Try again.");
}

/** Photos that are sent straight to storage, each by itself; the result is the id that names a checked one. */
export const usePhotos = ({ slot, look }: PhotoSource) =>
  useUpload({
    slot: (file) => slot(ImageType.parse(file.type)),
    confirm: ({ uploadId }) => checked(uploadId, look),
    accept: ImageType.options,
    maxBytes: MAX_IMAGE_BYTES,
    photos: true,
  });

/** Photos of one order from the floor. */
export const useStagePhotos = (orderId: string) =>
  usePhotos({
    slot: (type) => call(askStagePhoto, { params: { orderId }, body: { type } }),
    look: (uploadId) => call(getStagePhoto, { params: { orderId, uploadId } }),
  });
