import { MAX_FILES } from "@sleekapp/core/quote/model";
import type { FileView } from "@sleekapp/core/quote/view";
import { FileType, MAX_FILE_BYTES, WORKBOOK_TYPE } from "@sleekapp/core/upload/model";
import { ApiError } from "../../../lib/api-error.ts";
import { type Slot, useUpload } from "../../../lib/upload.ts";
import { ErrorPanel } from "../../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../../ui/feedback.tsx";
import { Panel } from "../../../ui/page-header.tsx";
import { FileDrop, UploadList } from "../../../ui/upload.tsx";
import { FileList } from "./file-list.tsx";

/** The ways to a quote's files: those of an account, or those of a guest with their secret. */
export type Door = {
  readonly items: readonly FileView[] | undefined;
  readonly error: Error | null;
  /** Reads the list again, past the cache. */
  readonly reread: () => Promise<readonly FileView[]>;
  readonly ask: (file: { readonly name: string; readonly type: FileType }) => Promise<Slot & { readonly uploadId: string }>;
  readonly remove: (uploadId: string) => Promise<unknown>;
  readonly open?: (uploadId: string) => Promise<{ readonly url: string }>;
};

const TRIES = 60;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const refused = (code: string, message: string) => new ApiError({ code, message, status: 422, requestId: `web-${crypto.randomUUID().slice(0, 8)}` });

/** Waits until a file goes with the quote; throws with the reason when it was refused. */
async function whenTaken({ reread, remove }: Door, uploadId: string): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const file = (await reread()).find((one) => one.uploadId === uploadId);
    if (file?.state === "ready") return uploadId;
    if (file?.state === "refused") {
      // It is told beside the file that was chosen, where it can be tried again.
      await remove(uploadId).catch(() => undefined);
      await reread();
      throw refused("upload.refused", file.reason ?? "This file cannot be taken.");
    }
    await pause(1_000);
  }
  throw refused("upload.late", "The file is still being checked. Look again in a minute.");
}

/** Systems without a program for workbooks do not know their type. */
const typeOf = (file: File): FileType => FileType.parse(file.name.toLowerCase().endsWith(".xlsx") ? WORKBOOK_TYPE : file.type);

const ACCEPTED = [...FileType.options, ".xlsx"];

const empty = "No files yet. Artwork, a tech pack or a photo of something like it helps whoever makes it.";

type Props = { readonly door: Door; readonly mayChange: boolean };

/** The files that go with a quote: sent straight to private storage, checked, listed, taken out again. */
export function FilesPanel({ door, mayChange }: Props) {
  const { items, error } = door;
  return (
    <Panel title="Files">
      <div className="flex flex-col gap-4">
        {items ? (
          <>
            <FileList items={items} empty={mayChange ? empty : "No files."} open={door.open} onRemove={mayChange ? takeOut(door) : undefined} />
            {mayChange ? <Adding door={door} room={MAX_FILES - items.filter(({ state }) => state === "ready").length} /> : null}
          </>
        ) : null}
        {!items && error ? <ErrorPanel error={error} title="The files could not be read" onRetry={() => void door.reread()} /> : null}
        {!items && !error ? (
          <Loading label="Loading the files">
            <SkeletonText lines={2} />
          </Loading>
        ) : null}
      </div>
    </Panel>
  );
}

const takeOut = (door: Door) => async (uploadId: string) => {
  await door.remove(uploadId);
  await door.reread();
};

function Adding({ door, room }: { readonly door: Door; readonly room: number }) {
  const { uploads, add, remove, retry } = useUpload({
    slot: async (file) => door.ask({ name: file.name.slice(0, 120), type: typeOf(file) }),
    confirm: async ({ uploadId }) => whenTaken(door, uploadId),
    accept: ACCEPTED,
    maxBytes: MAX_FILE_BYTES,
  });
  return (
    <div data-print="none" className="flex flex-col gap-4">
      <UploadList uploads={uploads.filter(({ state }) => state !== "done")} onRemove={remove} onRetry={retry} />
      {room > 0 ? (
        <FileDrop
          label="Add files"
          hint={`Pictures, PDF or an Excel tech pack, up to 25 MB each; room for ${room} more.`}
          accept={ACCEPTED}
          onFiles={(files) => add(files.slice(0, room))}
        />
      ) : (
        <p className="text-small text-ink-3">Ten files is the most. Take one out to add another.</p>
      )}
      <p className="text-small text-ink-3">
        Files are private. You and we open them; so does the supplier that takes your order. Pictures are kept without what the camera wrote into
        them.
      </p>
    </div>
  );
}
