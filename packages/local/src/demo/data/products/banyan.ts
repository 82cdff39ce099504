import { of, type ProductData } from "./model.ts";

export const banyan: readonly ProductData[] = [
  of("uniform-shirt", "Service shirt with shoulder tabs", {
    made: ["Poly-cotton poplin", 140],
    at: [890, 100, 24],
    in: ["White", "Sky blue", "Rust"],
    about: "Pleated chest pockets, permanent collar stays and tabs for rank or name; irons itself in the dryer.",
  }),
  of("uniform-shirt", "Kitchen shirt with snap front", {
    made: ["Cotton and polyester twill", 190],
    at: [980, 80, 24],
    in: ["Black", "Natural"],
    about: "Press studs instead of buttons, vents under the arm, and a cloth that forgets turmeric at sixty degrees.",
  }),
  of("uniform-pants", "Service trousers, flat front", {
    made: ["Poly-cotton twill", 240],
    at: [1_080, 100, 26],
    in: ["Black", "Navy", "Charcoal"],
    about: "Half-elastic waist hidden in the band, so one size fits through the season; hemmed or left open.",
  }),
  of("scrubs", "Two-piece scrubs, six pockets", {
    made: ["Polyester, rayon and elastane", 180],
    at: [1_480, 60, 24],
    in: ["Teal", "Navy", "Burgundy"],
    about: "Four-way stretch that takes hospital laundry; a loop for the badge and a pocket sized for a handheld.",
  }),
  of("scrubs", "Classic cotton scrubs", {
    made: ["Poly-cotton poplin", 160],
    at: [1_220, 100, 22],
    in: ["Natural", "Sky blue"],
    about: "Reversible top, drawstring trousers, bar tacks at every pocket; size labels by colour.",
  }),
  of("polo", "Staff polo with contrast-free collar", {
    made: ["Poly-cotton piqué", 220],
    at: [690, 100, 22],
    in: ["Navy", "Bottle green", "Black"],
    about: "Made to be embroidered: a firm chest, colour-matched thread kept in stock, and sizes from XS to 5XL in one price.",
  }),
  of("jersey", "Team jersey with sewn number", {
    made: ["Polyester mesh", 150],
    at: [1_380, 50, 22],
    in: ["Mustard", "Royal", "Scarlet"],
    about: "V-neck with taped seams; names and numbers are twill, cut and sewn, or sublimated when the design is all over.",
  }),
  of("jersey", "Goalkeeper and referee jersey", {
    made: ["Polyester interlock", 170],
    at: [1_460, 50, 24],
    in: ["Teal", "Black"],
    about: "Padded elbows, longer back, and a pocket for cards; matches the team jersey in every shade.",
  }),
  of("vest", "Knitted service slipover", {
    made: ["Acrylic and wool, 10 gauge", 280],
    at: [1_160, 100, 26],
    in: ["Charcoal", "Burgundy"],
    about: "The slipover under the jacket of a thousand receptions: keeps its shape, takes a badge, washes in the machine.",
  }),
  of("jacket", "Hi-comfort work jacket", {
    made: ["Poly-cotton canvas", 280],
    at: [2_120, 80, 32],
    in: ["Charcoal", "Navy"],
    about: "Action back, pen pocket on the sleeve, metal buttons under a flap so nothing scratches what you lean on.",
  }),
];
