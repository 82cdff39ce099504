/** The colours of cloth that demo products come in. */
export const colours = {
  Natural: "#e6dfcd",
  White: "#fbfaf6",
  Black: "#2a2b2e",
  Charcoal: "#4a4c50",
  "Heather grey": "#b3b5b6",
  Navy: "#28324d",
  Indigo: "#3a4a86",
  "Sky blue": "#9dbbd0",
  Teal: "#2f6b70",
  "Bottle green": "#24483a",
  Sage: "#93a184",
  Olive: "#66693f",
  Mustard: "#c99b3f",
  Rust: "#a5523a",
  Burgundy: "#6b2433",
  Blush: "#dcb4a8",
  Sand: "#cbb694",
  Scarlet: "#b3362f",
  Royal: "#2f4fa3",
} as const;

export type Colour = keyof typeof colours;
