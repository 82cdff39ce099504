/** The inks of the mill ledger (light), inlined because many mail readers drop style sheets. */
export const ink = {
  ground: "#FBFBF9",
  surface: "#FFFFFF",
  sunken: "#F3F3EF",
  line: "#DEDDD6",
  ink: "#1B1C1E",
  ink2: "#55565A",
  ink3: "#6B6C70",
  indigo: "#2B3F7E",
} as const;

/** Colour of a state: text and its soft ground. A state is always colour, shape and word together. */
export const tones = {
  leaf: { text: "#2F6B3C", soft: "#E6F2E8", shape: "●" },
  turmeric: { text: "#8A5A00", soft: "#FBF1DC", shape: "◐" },
  madder: { text: "#A63A2B", soft: "#FAEAE6", shape: "▲" },
  sky: { text: "#1F6485", soft: "#E3F0F6", shape: "◆" },
  quiet: { text: "#6B6C70", soft: "#F3F3EF", shape: "○" },
} as const;
export type Tone = keyof typeof tones;

export const sans = "Inter,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
export const serif = "'Source Serif 4',Georgia,'Times New Roman',serif";

/** Dark inks for readers that keep style sheets; the others keep the light page, which stays legible when they invert it. */
export const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
@media (max-width: 480px) {
  .edge { padding-left: 20px !important; padding-right: 20px !important; }
}
@media (prefers-color-scheme: dark) {
  .ground { background-color: #131416 !important; }
  .surface { background-color: #1B1C1F !important; border-color: #303238 !important; }
  .sunken { background-color: #0E0F10 !important; }
  .line { border-color: #303238 !important; }
  .ink { color: #EDEDEA !important; }
  .ink2 { color: #B4B5B8 !important; }
  .ink3 { color: #94969B !important; }
  .knot { background-color: #93A8F0 !important; }
  .link { color: #93A8F0 !important; }
  .action { background-color: #93A8F0 !important; border-color: #93A8F0 !important; color: #10162B !important; }
  .leaf { color: #84C794 !important; } .leaf-soft { background-color: #1C2F21 !important; }
  .turmeric { color: #E2B45A !important; } .turmeric-soft { background-color: #352A14 !important; }
  .madder { color: #F0958A !important; } .madder-soft { background-color: #3A201C !important; }
  .sky { color: #83C2E0 !important; } .sky-soft { background-color: #17303C !important; }
  .quiet { color: #94969B !important; } .quiet-soft { background-color: #0E0F10 !important; }
}`;
