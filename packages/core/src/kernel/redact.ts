/** What a text gives away by its looks, and what stands in its place. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, "[email]"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]"],
  [/\b(?:sk|rk|pk|whsec)_[A-Za-z0-9_]{6,}/g, "[key]"],
  // Telephone, card and account numbers; not the digits of an id, and not a date.
  [/(?<![\w-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d[\d\s().-]{7,}\d(?!\w)/g, "[number]"],
];

/** The text without addresses, tokens, keys and long numbers; it leaves names, which nothing in their looks tells from other words. */
export const redactText = (text: string): string => PATTERNS.reduce((clean, [pattern, label]) => clean.replace(pattern, label), text);
