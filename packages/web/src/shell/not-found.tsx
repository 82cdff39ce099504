import { useEffect } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { useTitle } from "../ui/page-header.tsx";

/** Nothing lives at this address, or the record is not the reader's to see; both look the same. */
export function NotFound() {
  useTitle("Page not found");
  useEffect(() => {
    const meta = document.createElement("meta");
    meta.name = "robots";
    meta.content = "noindex";
    document.head.append(meta);
    return () => meta.remove();
  }, []);
  return (
    <section className="gutter mx-auto flex w-full max-w-3xl flex-col items-start gap-4 py-16">
      <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
        Page not found
      </h1>
      <p className="text-read text-ink-2">Nothing lives at this address. It may have been mistyped, or what was here has been withdrawn.</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink to="/" variant="primary">
          Home
        </ButtonLink>
        <ButtonLink to="/catalog">Search the catalogue</ButtonLink>
      </div>
    </section>
  );
}
