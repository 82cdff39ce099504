const SHOWN = 12;

const name = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** The twelve months before this one, newest first, as choices of a filter: value `2026-10`, label `October 2026`. */
export function monthsBefore(today: Date): readonly { readonly value: string; readonly label: string }[] {
  return Array.from({ length: SHOWN }, (_, back) => {
    const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back - 1, 1));
    return { value: first.toISOString().slice(0, 7), label: name.format(first) };
  });
}
