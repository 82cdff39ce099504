/** The widths a published picture comes in. */
export const WIDTHS = [320, 800, 1_600] as const;

/** The formats a published picture comes in, smallest file first; the last one is for browsers that know no other. */
export const FORMATS = ["avif", "webp", "jpeg"] as const;
export type Format = (typeof FORMATS)[number];

/** The widths that a picture of this width is published in: nothing is drawn larger than it was sent. */
export const widthsOf = (width: number): readonly number[] => [...new Set(WIDTHS.map((wide) => Math.min(wide, width)))];

/** The name of one rendition of a published picture. */
export const renditionName = (name: string, { width, format }: { readonly width: number; readonly format: Format }): string =>
  `${name}-${width}.${format}`;

/** The names of every rendition of a published picture of this width. */
export const renditionNames = (name: string, width: number): readonly string[] =>
  widthsOf(width).flatMap((wide) => FORMATS.map((format) => renditionName(name, { width: wide, format })));

/** The address of the rendition for a place that is so many pixels wide: the narrowest that fills it, else the widest there is. */
export function renditionAt({ base, widths }: { readonly base: string; readonly widths: readonly number[] }, at: number, format: Format): string {
  const width = widths.find((wide) => wide >= at) ?? widths.at(-1) ?? 0;
  return renditionName(base, { width, format });
}
