import { useState } from "react";
import { shownError } from "./api-error.ts";

/** Asks for the link to a file and follows it; a link lasts minutes, so it is asked for when it is pressed. */
export function useFileLink(linkOf: () => Promise<{ readonly url: string }>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const open = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { url } = await linkOf();
      // The link names the file, so the browser downloads it and the page stays.
      window.location.assign(url);
    } catch (failure) {
      setError(shownError(failure));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, open: () => void open() };
}
