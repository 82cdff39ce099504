import { askAvatar, getAvatarUpload, getProfile, removeAvatar, setAvatar } from "@sleekapp/contracts/account";
import type { ProfileView } from "@sleekapp/core/account/model";
import { ImageType, MAX_IMAGE_BYTES } from "@sleekapp/core/upload/model";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { ApiError } from "../../lib/api-error.ts";
import { keyOf, useCommand } from "../../lib/query.ts";
import { useUpload } from "../../lib/upload.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { FileDrop, UploadList } from "../../ui/upload.tsx";

const CHECKS = 40;
const PAUSE_MS = 1_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const failure = (status: number, code: string, message: string) =>
  new ApiError({ status, code, message, requestId: `web-${crypto.randomUUID().slice(0, 8)}` });

/** Waits until the picture has been looked into, and shows it; throws what was wrong with it. */
async function show(uploadId: string): Promise<string> {
  for (let look = 0; look < CHECKS; look += 1) {
    const { state, reason } = await call(getAvatarUpload, { params: { uploadId } });
    if (state === "refused") throw failure(422, "upload.refused", reason ?? "This file was not taken.");
    if (state === "ready") return (await call(setAvatar, { params: { uploadId } })).uploadId;
    await pause();
  }
  throw failure(0, "upload.slow", "The picture has not been checked yet. Try again.");
}

/** The reader's picture: sent straight to storage, looked into, then shown. */
export function AvatarField({ profile }: { readonly profile: ProfileView }) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(getProfile) });
  const remove = useCommand(removeAvatar, { refresh: [getProfile] });
  const {
    uploads,
    add,
    retry,
    remove: forget,
  } = useUpload({
    slot: (file) => call(askAvatar, { body: { type: ImageType.parse(file.type) } }),
    confirm: async ({ uploadId }) => {
      const shown = await show(uploadId);
      await refresh();
      return shown;
    },
    accept: ImageType.options,
    maxBytes: MAX_IMAGE_BYTES,
    photos: true,
  });
  return (
    <section aria-label="Picture" className="flex flex-col gap-3">
      <div className="flex items-center gap-4">
        {profile.avatarUrl === undefined ? (
          <span aria-hidden="true" className="flex size-16 items-center justify-center rounded-full bg-sunken font-serif text-head text-ink-3">
            {profile.name.slice(0, 1)}
          </span>
        ) : (
          <img src={profile.avatarUrl} alt="You, as others see you" width={64} height={64} className="size-16 rounded-full object-cover" />
        )}
        {profile.avatarUrl === undefined ? null : (
          <Button size="small" busy={remove.isPending} onClick={() => remove.mutate({})}>
            Take the picture away
          </Button>
        )}
      </div>
      <FileDrop label="Choose a picture" hint="JPEG, PNG, WebP or AVIF, at most 10 MB." accept={ImageType.options} multiple={false} onFiles={add} />
      <UploadList uploads={uploads} onRemove={forget} onRetry={retry} />
      <FormError error={remove.error} />
    </section>
  );
}
