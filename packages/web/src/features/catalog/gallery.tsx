import type { PictureView } from "@sleekapp/core/product/view";
import { clsx } from "clsx";
import { type KeyboardEvent, useState } from "react";
import { Drawn } from "../../ui/drawn.tsx";
import { ProductPicture } from "./picture.tsx";

type GalleryProps = {
  readonly pictures: readonly PictureView[];
  readonly colours: readonly string[];
  readonly title: string;
  readonly onChoose?: () => void;
};

/** The pictures of a listing: one large, all of them small beneath it; arrow keys move through them. */
export function Gallery({ pictures, colours, title, onChoose }: GalleryProps) {
  const [at, setAt] = useState(0);
  const choose = (index: number) => {
    setAt(index);
    onChoose?.();
  };
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || pictures.length === 0) return;
    event.preventDefault();
    const next = (at + by + pictures.length) % pictures.length;
    choose(next);
    event.currentTarget.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <section aria-label={`Pictures of ${title}`} className="flex flex-col gap-3">
      <div className="aspect-4/5 overflow-hidden rounded-panel border border-line bg-sunken">
        <ProductPicture picture={pictures[at]} colours={colours} sizes="(min-width: 1024px) 36rem, 100vw" eager />
      </div>
      <Drawn picture={pictures[at]} className="text-small text-ink-2" />
      {pictures.length > 1 ? (
        <ul onKeyDown={step} data-print="none" className="flex flex-wrap gap-2">
          {pictures.map((picture, index) => (
            <li key={picture.base}>
              <button
                type="button"
                aria-pressed={index === at}
                aria-label={`Picture ${index + 1} of ${pictures.length}: ${picture.alt}`}
                onClick={() => choose(index)}
                className={clsx(
                  "block aspect-4/5 w-16 overflow-hidden rounded-control border-2 bg-sunken",
                  index === at ? "border-indigo" : "border-transparent hover:border-control",
                )}
              >
                <span aria-hidden="true" className="block size-full">
                  <ProductPicture picture={picture} colours={colours} sizes="4rem" />
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
