import type { PictureView } from "@sleekapp/core/product/view";
import { Swatch } from "../../ui/swatch.tsx";
import { Renditions } from "../../ui/renditions.tsx";

type ProductPictureProps = {
  readonly picture: PictureView | undefined;
  readonly colours: readonly string[];
  /** How wide it is shown, as the `sizes` of an image. */
  readonly sizes: string;
  /** The first picture of a page is not waited for. */
  readonly eager?: boolean;
};

/** Colours are words a supplier wrote; the browser knows the common ones. */
const colourOf = (names: readonly string[]): string | undefined =>
  names.map((name) => name.toLowerCase().replaceAll(" ", "")).find((name) => CSS.supports("color", name));

/** A product's picture in the width that is needed; without one a swatch of its colour, never a picture of something else. */
export function ProductPicture({ picture, colours, sizes, eager = false }: ProductPictureProps) {
  if (!picture) return <Swatch colour={colourOf(colours)} label={`No picture yet${colours[0] ? `, ${colours[0]}` : ""}`} />;
  return <Renditions key={picture.base} picture={picture} sizes={sizes} eager={eager} />;
}
