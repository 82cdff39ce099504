/** What a text gives away about a person by its looks, and what a model is shown in its place. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu, "[email]"],
  [/\bhttps?:\/\/[^\s"\\<>]+|\bwww\.[^\s"\\<>]+/giu, "[link]"],
  // An account: two letters, two digits, then groups of four.
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gu, "[account]"],
  // A card: four groups, or as many digits in one.
  [/(?<![\d.,])(?:\d{4}[ -]){3}\d{1,7}(?!\d)|(?<![\d.,])\d{13,19}(?![\d.,])/gu, "[card]"],
  // A telephone number: with its country, with its trunk zero, or after a word for it. Pieces and prices have none of these.
  [/(?:\+|(?<!\d)00)[1-9][\d ()./-]{6,}\d/gu, "[phone]"],
  [/(?<![\d.,-])0\d{2,4}[ /-]?\d{3}[\d /-]{2,}\d/gu, "[phone]"],
  [/(?<![\d০-৯])০১[৩-৯][০-৯]{8}/gu, "[phone]"],
  [
    /(?<=\b(?:tel|phone|telefon|mobile|mob|handy|cell|whatsapp|fax|ফোন|মোবাইল)(?:\.|:|\s|is|number|no|nr|নম্বর){0,12})[\d০-৯][\d০-৯ ()/-]{5,}[\d০-৯]/giu,
    "[phone]",
  ],
  // A street with its number.
  [/\b\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Court|Way)\b\.?/gu, "[address]"],
  [/\p{Lu}[\p{L}.-]*(?:straße|strasse|str\.|weg|allee|platz|gasse)\s\d{1,4}\s?[a-z]?\b/gu, "[address]"],
  // Somebody says who they are.
  [
    /(?<=\b(?:[Mm]y name is|[Tt]his is|I am called|[Mm]ein Name ist|[Ii]ch heiße|[Aa]nsprechpartner(?:in)?(?: ist|:)?|[Cc]ontact person:?|[Aa]ttn:?) )\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}/gu,
    "[name]",
  ],
  [/(?<=আমার নাম )[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?/gu, "[name]"],
  [/(?<=(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|Grüßen|Grüße|Gruß),?(?:\s|\\n){1,4})\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}/gu, "[name]"],
];

/**
 * The text as a model may read it: without addresses of mail, links, telephone, account and card numbers, streets, and the names that
 * people sign with. Names in other places look like any word; nothing in a prompt says whose they are.
 */
export const masked = (text: string): string => PATTERNS.reduce((clean, [pattern, label]) => clean.replace(pattern, label), text);
