import { clsx } from "clsx";
import { type ReactNode, useEffect } from "react";
import { Link } from "./button.tsx";

/** Sets the document's title; for pages whose title carries a name from the data. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · SleekApp`;
  }, [title]);
}

type PageHeaderProps = {
  readonly title: ReactNode;
  /** Where this page belongs, as a link back. */
  readonly parent?: { readonly label: string; readonly to: string };
  readonly status?: ReactNode;
  readonly children?: ReactNode;
  /** The one next step; anything else goes into a menu. */
  readonly action?: ReactNode;
};

/** The head of a signed-in page: what it is, its state, and one next step. The title takes focus after a navigation. */
export function PageHeader({ title, parent, status, children, action }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-3 sm:mb-8">
      {parent ? (
        <Link to={parent.to} data-print="none" className="self-start text-small">
          {parent.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
          <h1 tabIndex={-1} className="tnum text-head font-semibold tracking-tight">
            {title}
          </h1>
          {status}
        </div>
        {action ? <div className="flex max-w-full flex-wrap gap-2">{action}</div> : null}
      </div>
      {children ? <div className="measure text-ink-2">{children}</div> : null}
    </header>
  );
}

/** A titled part of a page on its own ground. */
export function Panel({
  title,
  action,
  children,
  className,
  flush = false,
}: {
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly flush?: boolean;
}) {
  return (
    <section aria-label={title} className={clsx("rounded-panel border border-line bg-surface", className)}>
      {title ? (
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 sm:px-5">
          <h2 className="text-read font-semibold">{title}</h2>
          {action}
        </div>
      ) : null}
      <div className={flush ? "" : "px-4 py-4 sm:px-5"}>{children}</div>
    </section>
  );
}
