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

/** Stands where a photo is missing: the stated colour under a knit hatch, never a picture of something else. */
export function Swatch({ colour, label, className }: { readonly colour?: string | undefined; readonly label: string; readonly className?: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 80 100" preserveAspectRatio="xMidYMid slice" className={clsx("block size-full", className)}>
      <defs>
        <pattern id="knit" width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M0 0 4 5 8 0M0 8 4 13 8 8M0-8 4-3 8-8" fill="none" stroke="#000" strokeOpacity="0.14" strokeWidth="2" />
          <path d="M0 3 4 8 8 3M0-5 4 0 8-5" fill="none" stroke="#fff" strokeOpacity="0.16" strokeWidth="1" />
        </pattern>
      </defs>
      <rect width="80" height="100" style={{ fill: colour ?? "var(--sunken)" }} />
      <rect width="80" height="100" fill="url(#knit)" />
    </svg>
  );
}
