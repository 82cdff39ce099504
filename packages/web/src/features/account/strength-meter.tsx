import { type Context, contextWords } from "@sleekapp/core/password/rules";
import { clsx } from "clsx";
import { useEffect, useState } from "react";
import type { Strength } from "../../lib/strength.ts";

/** Typing does not wait for the estimate. */
const PAUSE_MS = 150;

const words = ["guessed at once", "easily guessed", "can be guessed", "hard to guess", "very hard to guess"] as const;
const tones = ["bg-madder", "bg-madder", "bg-turmeric", "bg-leaf", "bg-leaf"] as const;

/** The dictionaries are large, so they come with the first letter of a new password, and with no other page. */
async function estimate(password: string, context: Context): Promise<Strength> {
  const { strengthOf } = await import("../../lib/strength.ts");
  return strengthOf(password, contextWords(context));
}

/** How hard a new password is to guess, as bars and in words; nothing before it is begun, or when the estimate cannot be loaded. */
export function StrengthMeter({ password, context }: { readonly password: string; readonly context: Context }) {
  const [found, setFound] = useState<Strength | undefined>(undefined);
  const { name, email, company } = context;
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (password === "") setFound(undefined);
      else
        estimate(password, { name, email, company }).then(
          (strength) => isCurrent && setFound(strength),
          // The meter is advice; the rules decide.
          () => isCurrent && setFound(undefined),
        );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [password, name, email, company]);
  if (!found || password === "") return null;
  const { score, warning } = found;
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="meter"
        aria-label="Strength of the password"
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score}
        aria-valuetext={words[score]}
        className="flex gap-1"
      >
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={clsx("h-1.5 flex-1 rounded-control", bar <= Math.max(score, 1) ? tones[score] : "bg-line")} />
        ))}
      </div>
      <p role="status" className="text-small text-ink-2">
        This password is {words[score]}.{warning ? ` ${warning}` : ""}
      </p>
    </div>
  );
}
