import type { getTerms } from "@sleekapp/contracts/content";
import type { Output } from "../../../lib/api.ts";
import { Checkbox } from "../../../ui/choice.tsx";

type TermsOfSaleProps = {
  readonly terms: Output<typeof getTerms>;
  readonly isAccepted: boolean;
  readonly onChange: (isAccepted: boolean) => void;
  readonly error: string | undefined;
};

/** The text that is agreed to, to be read in place, and the agreement to exactly that version. */
export const TermsOfSale = ({ terms: { version, text }, isAccepted, onChange, error }: TermsOfSaleProps) => (
  <div className="flex flex-col gap-3">
    <details className="rounded-control border border-line">
      <summary className="px-3 py-2.5 font-medium">Terms of sale, version {version}</summary>
      <div
        tabIndex={0}
        role="region"
        aria-label="Text of the terms"
        className="max-h-72 overflow-y-auto border-t border-line px-3 py-3 text-small whitespace-pre-line text-ink-2"
      >
        {text}
      </div>
    </details>
    <Checkbox
      label={`I have read and accept the terms of sale, version ${version}`}
      checked={isAccepted}
      onChange={(event) => onChange(event.target.checked)}
      error={error}
    />
  </div>
);
