import { Check } from "lucide-react";

/** Beside the button of a form: said once the server has it, gone with the next change. */
export const Saved = ({ shown }: { readonly shown: boolean }) => (
  <p role="status" className="flex items-center gap-1.5 text-small text-leaf">
    {shown ? (
      <>
        <Check size={14} aria-hidden="true" /> Saved
      </>
    ) : null}
  </p>
);
