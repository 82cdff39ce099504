import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link as RouterLink, type LinkProps } from "react-router";

export type Variant = "primary" | "secondary" | "quiet" | "danger";

const base =
  "inline-flex items-center justify-center gap-2 rounded-control font-medium select-none whitespace-nowrap transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55";
const variants = {
  primary: "bg-indigo text-on-indigo enabled:hover:bg-indigo-strong [a&]:hover:bg-indigo-strong",
  secondary: "border border-control bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken",
  quiet: "text-indigo enabled:hover:bg-indigo-soft [a&]:hover:bg-indigo-soft",
  danger: "bg-madder text-on-madder enabled:hover:bg-madder-strong",
} as const satisfies Record<Variant, string>;
const sizes = { normal: "min-h-10 px-4 text-body", small: "min-h-8 px-3 text-small", large: "min-h-12 px-5 text-read" } as const;
export type Size = keyof typeof sizes;

const looks = (variant: Variant, size: Size, className?: string) => clsx(base, variants[variant], sizes[size], className);

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: Variant;
  readonly size?: Size;
  /** While true the button keeps its width, says so to assistive technology and takes no second click. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button that does something; `type` is `button` unless said. */
export function Button({ variant = "secondary", size = "normal", busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={looks(variant, size, clsx("relative", className))}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      <span className={clsx("contents", busy && "[&>*]:opacity-0")}>{busy ? <span>{children}</span> : children}</span>
      {busy && (
        <span className="absolute inset-0 flex items-center justify-center gap-1" aria-hidden="true">
          <Dots />
        </span>
      )}
    </button>
  );
}

const Dots = () => (
  <svg width="28" height="6" viewBox="0 0 28 6" fill="currentColor">
    <circle cx="3" cy="3" r="2.5" />
    <circle cx="14" cy="3" r="2.5" opacity="0.65" />
    <circle cx="25" cy="3" r="2.5" opacity="0.35" />
  </svg>
);

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label" | "children"> & {
  /** What the button does, for everyone who does not see the icon. */
  readonly name: string;
  readonly icon: ReactNode;
  readonly size?: "normal" | "small";
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button that shows only an icon; it cannot be written without a name. */
export function IconButton({ name, icon, size = "normal", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={name}
      title={name}
      className={clsx(
        "inline-flex items-center justify-center rounded-control text-ink-2 transition-colors duration-150 enabled:hover:bg-sunken enabled:hover:text-ink disabled:cursor-not-allowed disabled:opacity-55",
        size === "small" ? "size-8" : "size-10",
        className,
      )}
    >
      {icon}
    </button>
  );
}

/** A link in running text or a list. */
export function Link({ className, ...rest }: LinkProps) {
  return <RouterLink {...rest} className={clsx("text-indigo underline decoration-1 underline-offset-3 hover:decoration-2", className)} />;
}

/** A navigation that looks like a button; it stays a link for the keyboard, the middle button and the address bar. */
export function ButtonLink({
  variant = "secondary",
  size = "normal",
  className,
  ...rest
}: LinkProps & { readonly variant?: Variant; readonly size?: Size }) {
  return <RouterLink {...rest} className={looks(variant, size, className)} />;
}
