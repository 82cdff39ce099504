/** How many things stand side by side at most. */
export const MAX_COMPARED = 3;

const separator = ".";

/** What the address names to be compared, at most three. */
export const comparedIn = (text: string): readonly string[] => [...new Set(text.split(separator).filter(Boolean))].slice(0, MAX_COMPARED);

/** The address text after one was put in or taken out; a fourth is not taken. */
export function toggled(text: string, id: string): string {
  const before = comparedIn(text);
  const after = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
  return after.slice(0, MAX_COMPARED).join(separator);
}
