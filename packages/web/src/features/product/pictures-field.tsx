import { askProductPicture, getProductPicture } from "@sleekapp/contracts/catalog";
import { MAX_PICTURES } from "@sleekapp/core/product/model";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { ImageType, MAX_IMAGE_BYTES } from "@sleekapp/core/upload/model";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { ApiError, call } from "../../lib/api.ts";
import { useUpload } from "../../lib/upload.ts";
import { IconButton } from "../../ui/button.tsx";
import { Drawn } from "../../ui/drawn.tsx";
import { Skeleton } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Renditions } from "../../ui/renditions.tsx";
import { FileDrop, UploadList } from "../../ui/upload.tsx";
import type { PictureRow } from "./editor-state.ts";

type Props = {
  readonly product: Pick<ProductDraftView, "productId" | "pictures">;
  readonly rows: readonly PictureRow[];
  /** Takes the change as a function, because several uploads may end at once. */
  readonly onChange: (change: (rows: readonly PictureRow[]) => PictureRow[]) => void;
};

const TRIES = 60;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const refused = (code: string, message: string) => new ApiError({ code, message, status: 422, requestId: `web-${crypto.randomUUID().slice(0, 8)}` });

/** Waits until the picture has been looked into; throws with the reason when it is refused. */
async function whenChecked(productId: string, uploadId: string): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { state, reason } = await call(getProductPicture, { params: { productId, uploadId } });
    if (state === "ready") return uploadId;
    if (state === "refused") throw refused("upload.refused", reason ?? "This file is not a picture we can show.");
    await pause(1000);
  }
  throw refused("upload.late", "The picture is still being checked. Try again in a minute.");
}

const moved = (rows: readonly PictureRow[], from: number, to: number): PictureRow[] => {
  const next = [...rows];
  const [row] = next.splice(from, 1);
  if (row) next.splice(Math.max(0, Math.min(to, next.length)), 0, row);
  return next;
};

/** The pictures of a listing: sent to storage directly, put into order by dragging or by key, each put into words. */
export function PicturesField({ product: { productId, pictures }, rows, onChange }: Props) {
  const { uploads, add, remove, retry } = useUpload({
    slot: (file) => call(askProductPicture, { params: { productId }, body: { type: ImageType.parse(file.type) } }),
    confirm: async ({ uploadId }) => {
      const ready = await whenChecked(productId, uploadId);
      onChange((before) => (before.some((row) => row.uploadId === ready) ? [...before] : [...before, { uploadId: ready, alt: "" }]));
      return ready;
    },
    accept: ImageType.options,
    maxBytes: MAX_IMAGE_BYTES,
    photos: true,
  });
  const underway = uploads.filter((upload) => upload.state !== "done");
  const room = MAX_PICTURES - rows.length - underway.filter((upload) => upload.state !== "failed").length;
  return (
    <div data-field="pictures" className="flex flex-col gap-4">
      <PictureRows rows={rows} pictures={pictures} onChange={onChange} />
      <UploadList uploads={underway} onRemove={remove} onRetry={retry} />
      <FileDrop
        label={room > 0 ? "Add pictures" : "No more pictures fit"}
        hint={`JPEG, PNG, WebP or AVIF, up to 10 MB each, at most ${MAX_PICTURES}. The first one stands for the product.`}
        accept={ImageType.options}
        disabled={room <= 0}
        onFiles={(files) => add(files.slice(0, Math.max(0, room)))}
      />
    </div>
  );
}

function PictureRows({
  rows,
  pictures,
  onChange,
}: {
  readonly rows: readonly PictureRow[];
  readonly pictures: ProductDraftView["pictures"];
  readonly onChange: Props["onChange"];
}) {
  const dragged = useRef<number | undefined>(undefined);
  const [over, setOver] = useState<number | undefined>(undefined);
  if (rows.length === 0) return null;
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    const from = dragged.current;
    setOver(undefined);
    if (from !== undefined) onChange((before) => moved(before, from, to));
  };
  return (
    <ol className="flex flex-col gap-3">
      {rows.map((row, index) => (
        <li
          key={row.uploadId}
          draggable
          onDragStart={() => (dragged.current = index)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(index);
          }}
          onDragEnd={() => setOver(undefined)}
          onDrop={(event) => drop(event, index)}
          className={`flex items-end gap-3 rounded-control border p-3 ${over === index ? "border-indigo bg-indigo-soft" : "border-line"}`}
        >
          <PictureRowView
            row={row}
            number={index + 1}
            last={index === rows.length - 1}
            picture={pictures.find((one) => one.uploadId === row.uploadId)}
            onChange={onChange}
          />
        </li>
      ))}
    </ol>
  );
}

type RowProps = {
  readonly row: PictureRow;
  readonly number: number;
  readonly last: boolean;
  readonly picture: ProductDraftView["pictures"][number] | undefined;
  readonly onChange: Props["onChange"];
};

function PictureRowView({ row, number, last, picture, onChange }: RowProps) {
  const describe = (alt: string) => onChange((rows) => rows.map((one) => (one.uploadId === row.uploadId ? { ...one, alt } : one)));
  return (
    <>
      <div className="w-16 shrink-0 self-start">
        <span className="block aspect-4/5 overflow-hidden rounded-control border border-line bg-sunken">
          {picture ? <Renditions picture={picture} alt={row.alt || `Picture ${number}`} sizes="4rem" /> : <Skeleton className="size-full" />}
        </span>
        <Drawn picture={picture} className="mt-1 text-small text-ink-2" />
      </div>
      <Field
        label={`What picture ${number} shows`}
        hint={number === 1 ? "For people who do not see it, as in: navy polo shirt from the front." : undefined}
        className="flex-1 self-start"
      >
        <Input value={row.alt} maxLength={200} onChange={(event) => describe(event.target.value)} />
      </Field>
      <span className="flex shrink-0 flex-col self-start max-sm:-my-1 sm:flex-row sm:pt-6.5">
        <IconButton
          name={`Move picture ${number} up`}
          icon={<ArrowUp size={16} aria-hidden="true" />}
          size="small"
          disabled={number === 1}
          onClick={() => onChange((rows) => moved(rows, number - 1, number - 2))}
        />
        <IconButton
          name={`Move picture ${number} down`}
          icon={<ArrowDown size={16} aria-hidden="true" />}
          size="small"
          disabled={last}
          onClick={() => onChange((rows) => moved(rows, number - 1, number))}
        />
        <IconButton
          name={`Remove picture ${number}`}
          icon={<Trash2 size={16} aria-hidden="true" />}
          size="small"
          onClick={() => onChange((rows) => rows.filter((one) => one.uploadId !== row.uploadId))}
        />
      </span>
    </>
  );
}
