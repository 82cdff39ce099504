import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { IconButton } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export type Photo = {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
  readonly note?: string;
  readonly width?: number;
  readonly height?: number;
};

/** Photos in a grid; each opens large, arrow keys move through them. Products are 4:5, the floor is 3:2. */
export function PhotoGrid({
  photos,
  ratio = "floor",
  label,
}: {
  readonly photos: readonly Photo[];
  readonly ratio?: "product" | "floor";
  readonly label: string;
}) {
  const [open, setOpen] = useState<number | undefined>(undefined);
  const shown = open === undefined ? undefined : photos[open];
  const step = (by: number) => setOpen((at) => (at === undefined ? at : (at + by + photos.length) % photos.length));
  return (
    <>
      <ul aria-label={label} className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-4">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <button
              type="button"
              data-print="keep"
              onClick={() => setOpen(index)}
              className={clsx(
                "block w-full overflow-hidden rounded-control border border-line bg-sunken",
                ratio === "product" ? "aspect-4/5" : "aspect-3/2",
              )}
            >
              <img
                src={photo.url}
                alt={photo.alt}
                loading="lazy"
                decoding="async"
                width={photo.width}
                height={photo.height}
                className="size-full object-cover"
              />
            </button>
            {photo.note ? <p className="mt-1 text-small text-ink-2">{photo.note}</p> : null}
          </li>
        ))}
      </ul>
      <Dialog open={shown !== undefined} onClose={() => setOpen(undefined)} title={shown?.alt ?? ""}>
        {shown ? <Lightbox photo={shown} position={`${(open ?? 0) + 1} of ${photos.length}`} onStep={photos.length > 1 ? step : undefined} /> : null}
      </Dialog>
    </>
  );
}

type LightboxProps = { readonly photo: Photo; readonly position: string; readonly onStep: ((by: number) => void) | undefined };

function Lightbox({ photo, position, onStep }: LightboxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") onStep?.(1);
    if (event.key === "ArrowLeft") onStep?.(-1);
  };
  return (
    <div onKeyDown={onKeyDown} className="flex flex-col gap-3">
      <img src={photo.url} alt={photo.alt} className="max-h-[60dvh] w-full rounded-control object-contain" />
      {photo.note ? <p className="text-small text-ink-2">{photo.note}</p> : null}
      {onStep ? (
        <div className="flex items-center justify-between">
          <IconButton name="Previous photo" icon={<ChevronLeft size={20} aria-hidden="true" />} onClick={() => onStep(-1)} />
          <span className="tnum text-small text-ink-3">{position}</span>
          <IconButton name="Next photo" icon={<ChevronRight size={20} aria-hidden="true" />} onClick={() => onStep(1)} />
        </div>
      ) : null}
    </div>
  );
}
