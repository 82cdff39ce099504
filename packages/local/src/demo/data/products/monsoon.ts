import { of, type ProductData } from "./model.ts";

export const monsoon: readonly ProductData[] = [
  of("blazer", "Two-button blazer, half canvas", {
    made: ["Wool blend flannel", 280],
    at: [3_650, 50, 38],
    in: ["Natural", "Charcoal", "Navy"],
    about: "Canvas through the chest, notch lapel, working cuffs on request; pressed by hand and shipped on a hanger.",
  }),
  of("blazer", "Unlined linen-look blazer", {
    made: ["Cotton and linen", 220],
    at: [2_980, 50, 34],
    in: ["Sand", "Sky blue"],
    about: "No lining, every seam bound in the same cloth; folds into a bag and forgives it.",
  }),
  of("dress", "Short-sleeve day dress", {
    made: ["Viscose twill", 150],
    at: [1_640, 60, 30],
    in: ["Sage", "Navy", "Rust"],
    about: "A fitted bodice over a flared skirt with a tie belt; pockets in the side seam, because yes.",
  }),
  of("dress", "Knit dress in ponte", {
    made: ["Ponte Roma", 320],
    at: [1_820, 60, 32],
    in: ["Burgundy", "Black"],
    about: "Holds a line without a lining; short sleeves, waist seam, and a hem that stays where it was pressed.",
  }),
  of("skirt", "Flared midi skirt", {
    made: ["Cotton and viscose", 210],
    at: [1_180, 60, 28],
    in: ["White", "Teal", "Mustard"],
    about: "Cut in six panels on the bias, waistband with a hidden hook, side zip that does not show.",
  }),
  of("jumpsuit", "Tailored jumpsuit with belt", {
    made: ["Cotton gabardine", 230],
    at: [2_480, 50, 34],
    in: ["Bottle green", "Navy"],
    about: "Shirt collar and front zip, a belt of the same cloth, and a leg wide enough to sit down in.",
  }),
  of("pants", "Tailored trousers, wide leg", {
    made: ["Wool blend", 260],
    at: [1_780, 60, 34],
    in: ["Charcoal", "Sage"],
    about: "Pressed crease, curtained waistband and an extended tab; finished or left open at the hem.",
  }),
  of("cardigan", "Cropped cardigan", {
    made: ["Cotton and cashmere, 12 gauge", 220],
    at: [2_240, 50, 32],
    in: ["Blush", "Natural"],
    about: "Two per cent that you can feel: fine gauge, mother-of-pearl buttons and a rib that sits at the waist.",
  }),
  of("windbreaker", "City shell with raglan sleeve", {
    made: ["Waxed-hand nylon", 130],
    at: [2_160, 60, 34],
    in: ["Olive", "Navy"],
    about: "Taped at the shoulders and the hood, matt outside, with a zip that closes from either end.",
  }),
  of("sweater", "Silk and cotton summer sweater", {
    made: ["Silk and cotton, 14 gauge", 180],
    at: [2_380, 50, 34],
    in: ["Sky blue", "Sand"],
    about: "A summer knit with a cool hand and a cable at either side, linked by hand at the neck.",
  }),
];
