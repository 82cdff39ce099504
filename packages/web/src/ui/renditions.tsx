import type { PictureView } from "@sleekapp/core/product/view";
import { type Format, renditionAt } from "@sleekapp/core/upload/facts";

type RenditionsProps = {
  readonly picture: PictureView;
  /** What it shows, where that is not the picture's own words; empty beside text that says it. */
  readonly alt?: string;
  /** How wide it is shown, as the `sizes` of an image. */
  readonly sizes: string;
  /** The first picture of a page is not waited for. */
  readonly eager?: boolean;
};

/** A published picture: the browser takes the smallest format it knows in the width it needs; until then a blur of it fills the place. */
export function Renditions({ picture, alt = picture.alt, sizes, eager = false }: RenditionsProps) {
  const { width, height, widths, placeholder } = picture;
  const sourcesOf = (format: Format) => widths.map((wide) => `${renditionAt(picture, wide, format)} ${wide}w`).join(", ");
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sourcesOf("avif")} sizes={sizes} />
      <source type="image/webp" srcSet={sourcesOf("webp")} sizes={sizes} />
      <img
        src={renditionAt(picture, 800, "jpeg")}
        srcSet={sourcesOf("jpeg")}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : "auto"}
        decoding="async"
        className="size-full bg-cover bg-center object-cover"
        style={placeholder ? { backgroundImage: `url(data:image/webp;base64,${placeholder})` } : undefined}
      />
    </picture>
  );
}
