import { clsx } from "clsx";

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
