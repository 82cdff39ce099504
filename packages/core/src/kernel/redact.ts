/** What a text gives away by its looks, and what stands in its place. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, "[email]"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]"],
  [/\bBearer\s+[\w.~+/-]+=*/gi, "[token]"],
  // A proof of ours: claims and their keyed hash.
  [/\b[\w-]{20,}\.[0-9a-f]{64}\b/g, "[token]"],
  [/\b\w{3,}_secret_\w{6,}/g, "[key]"],
  [/\b(?:sk|rk|pk|whsec)_[A-Za-z0-9_]{6,}/g, "[key]"],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, "[key]"],
  // A secret for a link or claim: 32 bytes in base64url.
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, "[secret]"],
  [/([?&#](?:token|code|key|secret|claim|proof|x-amz-[\w-]+)=)[^&\s"']+/gi, "$1[secret]"],
  // Where somebody calls from: four numbers with points, or groups with colons (a time of day has two).
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g, "[address]"],
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})?(?:::[0-9a-f]{0,4})?(?![\w:])/gi, "[address]"],
  // An account: two letters, two digits, then groups of four.
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, "[number]"],
  // Telephone, card and account numbers; not the digits of an id, and not a date.
  [/(?<![\w-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d[\d\s().-]{7,}\d(?!\w)/g, "[number]"],
];

/** The text without addresses, tokens, keys and long numbers; it leaves names, which nothing in their looks tells from other words. */
export const redactText = (text: string): string => PATTERNS.reduce((clean, [pattern, label]) => clean.replace(pattern, label), text);
