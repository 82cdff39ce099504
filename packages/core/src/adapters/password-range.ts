import type { LeakedPasswords } from "../ports/leaked-passwords.ts";

/** Nobody waits longer for a check that is only advice. */
const TIMEOUT_MS = 2_000;

export type RangeOptions = {
  readonly url: () => string;
  /** Hears why the service could not be asked. */
  readonly onFailure: (error: Error) => void;
};

/** `SUFFIX:COUNT` a line; a count of zero is padding, by which the size of an answer says nothing. */
function suffixesIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const [, suffix = "", count = "0"] = /^([0-9A-F]{35}):(\d+)\s*$/.exec(line.trim()) ?? [];
    return suffix !== "" && count !== "0" ? [suffix] : [];
  });
}

/** The range service of Have I Been Pwned, which is told five digits of a hash and no more. */
export function rangeService({ url, onFailure }: RangeOptions): LeakedPasswords {
  return {
    range: async (prefix) => {
      try {
        const response = await fetch(`${url()}/range/${prefix}`, {
          headers: { "add-padding": "true", "user-agent": "SleekApp" },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!response.ok) throw new Error(`The range service answered ${response.status}`);
        return suffixesIn(await response.text());
      } catch (error) {
        onFailure(error instanceof Error ? error : new Error(String(error)));
        return undefined;
      }
    },
  };
}
