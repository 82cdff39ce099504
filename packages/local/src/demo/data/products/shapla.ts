import { of, type ProductData } from "./model.ts";

export const shapla: readonly ProductData[] = [
  of("sweater", "Cable crew sweater in organic cotton", {
    made: ["Organic cotton, 5 gauge", 380],
    at: [1_480, 100, 28],
    in: ["Sage", "Natural", "Rust"],
    about: "Two cables run the length of the front; fully fashioned, linked at the shoulder, with a deep rib that keeps its shape.",
  }),
  of("sweater", "Fisherman sweater in lambswool blend", {
    made: ["Wool blend, 3 gauge", 460],
    at: [2_150, 80, 32],
    in: ["Natural", "Navy"],
    about: "Heavy, dry-handed yarn that blooms in the wash; the cables are knitted, never printed, and the collar sits close.",
  }),
  of("pullover", "Roll-neck pullover in fine merino", {
    made: ["Merino wool, 12 gauge", 240],
    at: [2_380, 60, 30],
    in: ["Charcoal", "Burgundy", "Navy"],
    about: "A base layer that passes for a proper pullover: fine gauge, folded roll neck, washed to a soft hand.",
  }),
  of("pullover", "Everyday pullover in recycled yarn", {
    made: ["Recycled cotton and acrylic, 7 gauge", 320],
    at: [1_120, 150, 26],
    in: ["Olive", "Black", "Mustard"],
    about: "Spun from cutting-room waste of our own knits, with a marled look that hides the first years of wear.",
  }),
  of("cardigan", "Five-button cardigan with pockets", {
    made: ["Cotton, 7 gauge", 340],
    at: [1_650, 80, 28],
    in: ["Natural", "Charcoal", "Bottle green"],
    about: "The band is knitted on, not sewn on, so the front hangs straight; two patch pockets deep enough for a phone.",
  }),
  of("cardigan", "Fine cardigan for uniforms", {
    made: ["Wool blend, 12 gauge", 260],
    at: [1_520, 100, 25],
    in: ["Navy", "Burgundy"],
    about: "Machine washable at forty degrees and made to be embroidered on the left chest without puckering.",
  }),
  of("vest", "Argyle slipover", {
    made: ["Cotton, 12 gauge", 260],
    at: [1_180, 60, 24],
    in: ["Rust", "Bottle green", "Navy"],
    about: "A seven-diamond intarsia front with a plain back; ribbed edges that lie flat under a jacket.",
  }),
  of("vest", "Plain V-neck slipover", {
    made: ["Merino and cotton, 12 gauge", 240],
    at: [1_290, 80, 24],
    in: ["Charcoal", "Navy"],
    about: "Light enough for an office, finished so that it can be washed with everything else.",
  }),
  of("t-shirt", "Compact jersey T-shirt", {
    made: ["Combed cotton single jersey", 180],
    at: [420, 200, 21],
    in: ["White", "Black", "Sky blue"],
    about: "Tubular body, twin-needle hems and a neck rib with enough elastane to come back after every wash.",
  }),
  of("long-sleeve", "Long-sleeve T-shirt in slub cotton", {
    made: ["Slub cotton jersey", 190],
    at: [560, 150, 22],
    in: ["Natural", "Olive"],
    about: "Uneven yarn gives a soft, dry surface; set-in sleeves with a proper cuff, side seams that stay straight.",
  }),
];
