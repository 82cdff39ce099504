import { clsx } from "clsx";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  createContext,
  use,
  useId,
} from "react";

type Wiring = { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean; readonly required: boolean };
const FieldContext = createContext<Wiring | undefined>(undefined);

type FieldProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** The label is spoken but not shown. */
  readonly quiet?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Label, control, hint and error wired together; the control inside takes its id and description from here. */
export function Field({ label, hint, error, required = false, quiet = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={clsx("text-small font-medium text-ink", quiet && "sr-only")}>
        {label}
      </label>
      <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>{children}</FieldContext>
      {hint ? (
        <p id={hintId} className="text-small text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="flex gap-1.5 text-small text-madder">
          <ErrorMark />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

const ErrorMark = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className="mt-0.5 shrink-0">
    <path d="M7 .8 13.4 12.4H.6Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
    <path d="M7 5v3.4M7 10.2v.6" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
  </svg>
);

/** The attributes a control inside a `Field` needs; for controls of your own. */
export function useField() {
  const wiring = use(FieldContext);
  if (!wiring) return {};
  return {
    id: wiring.id,
    ...(wiring.describedBy ? { "aria-describedby": wiring.describedBy } : {}),
    ...(wiring.invalid ? { "aria-invalid": true } : {}),
    ...(wiring.required ? { "aria-required": true } : {}),
  };
}

/** The look of every one-line control; 16 px on phones, where smaller text makes the page zoom. */
export const controlClass =
  "w-full min-w-0 rounded-control border border-control bg-surface px-3 text-read text-ink sm:text-body hover:border-ink-2 aria-invalid:border-madder disabled:bg-sunken disabled:text-ink-3 transition-colors duration-150";

/** One line of text. */
export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }) {
  return <input {...useField()} {...rest} className={clsx(controlClass, "h-10", className)} />;
}

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({
  className,
  rows = 4,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  return <textarea {...useField()} rows={rows} {...rest} className={clsx(controlClass, "field-sizing-content min-h-20 py-2", className)} />;
}

/** The browser's own list, which every phone and screen reader knows. */
export function Select({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement> & { readonly ref?: Ref<HTMLSelectElement> }) {
  return (
    <span className="relative block min-w-0">
      <select {...useField()} {...rest} className={clsx(controlClass, "h-10 appearance-none pr-8", className)}>
        {children}
      </select>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2"
      >
        <path d="m2.5 4.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </span>
  );
}
