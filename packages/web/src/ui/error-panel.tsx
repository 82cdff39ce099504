import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { shownError } from "../lib/api-error.ts";
import { config } from "../lib/config.ts";
import { Button, Link } from "./button.tsx";

type ErrorPanelProps = { readonly error: unknown; readonly onRetry?: () => void; readonly title?: string; readonly className?: string };

/** What went wrong, its reference, a way to reach us, and Retry where trying again can help. */
export function ErrorPanel({ error, onRetry, title, className }: ErrorPanelProps) {
  const shown = shownError(error);
  return (
    <div role="alert" className={clsx("wrap-anywhere rounded-panel border border-line border-l-3 border-l-madder bg-surface px-4 py-3", className)}>
      {title ? <p className="font-semibold">{title}</p> : null}
      <p className={title ? "text-ink-2" : "font-medium"}>{shown.message}</p>
      <p className="mt-1 text-small text-ink-3">
        Reference <code className="tnum font-sans text-ink-2 select-all">{shown.requestId}</code> · <ReachUs reference={shown.requestId} />
      </p>
      {onRetry ? (
        <Button size="small" className="mt-3" onClick={onRetry}>
          Retry
        </Button>
      ) : null}
    </div>
  );
}

/** A link to people: a mail with the reference filled in, or the contact page where a stage has no address. */
export function ReachUs({ reference }: { readonly reference?: string }) {
  const { data } = useQuery({ queryKey: ["config"], queryFn: config, staleTime: Number.POSITIVE_INFINITY });
  const address = data?.contactEmail;
  if (address === undefined) return <Link to="/info/contact">Contact us</Link>;
  const subject = reference === undefined ? "" : `?subject=${encodeURIComponent(`SleekApp reference ${reference}`)}`;
  return (
    <a href={`mailto:${address}${subject}`} className="text-indigo underline decoration-1 underline-offset-3 hover:decoration-2">
      {reference === undefined ? address : "Write to us"}
    </a>
  );
}

/** The error of a submitted form that belongs to no single field; stands above its buttons. */
export const FormError = ({ error }: { readonly error: Error | null | undefined }) => (error ? <ErrorPanel error={error} /> : null);
