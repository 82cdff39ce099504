import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Note } from "../../ui/feedback.tsx";

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onKept: () => void };

/** The codes as a file that can be printed or put away. */
const asFile = (codes: readonly string[]): string =>
  `data:text/plain;charset=utf-8,${encodeURIComponent(`Recovery codes for SleekApp. Each works once.\n\n${codes.join("\n")}\n`)}`;

/** The recovery codes, shown this once: whoever goes on says that they are kept. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const [isKept, setKept] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-5">
      <Note tone="waiting">
        Keep these codes where you find them without your phone. With one of them and your mailbox you get in when the app is lost. They are not shown
        again.
      </Note>
      <ul aria-label="Recovery codes" className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-panel bg-sunken px-4 py-3 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="tnum">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={() => void copy()}>
          Copy them
        </Button>
        <a href={asFile(codes)} download="sleekapp-recovery-codes.txt" className="text-indigo underline underline-offset-2">
          Save them as a file
        </a>
        <p role="status" className="text-small text-leaf">
          {isCopied ? "Copied" : null}
        </p>
      </div>
      <Checkbox label="I have kept the codes" checked={isKept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Button variant="primary" size="large" disabled={!isKept} onClick={onKept}>
        Go on
      </Button>
    </div>
  );
}
