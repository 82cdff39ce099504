import type { PictureView } from "@sleekapp/core/product/view";

/** Beside a picture that a model drew: it is no photo of what is sold. */
export const drawnWords = "Drawn by a model";

/** Says of a picture that a model drew it; nothing of any other. */
export const Drawn = ({ picture, className }: { readonly picture: Pick<PictureView, "origin"> | undefined; readonly className: string }) =>
  picture?.origin === "model" ? <p className={className}>{drawnWords}</p> : null;
