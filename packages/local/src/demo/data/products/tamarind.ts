import { of, type ProductData } from "./model.ts";

export const tamarind: readonly ProductData[] = [
  of("jeans", "Straight jeans in 13 ounce denim", {
    made: ["Cotton denim, 13 oz", 440],
    at: [1_640, 120, 35],
    in: ["Indigo", "Black"],
    about: "Five pockets, hidden rivets inside, chain-stitched hem; rinsed once so that the first wash holds no surprises.",
  }),
  of("jeans", "Tapered jeans in recycled denim", {
    made: ["Cotton with 20 % recycled, 11 oz", 380],
    at: [1_720, 150, 35],
    in: ["Navy", "Charcoal"],
    about: "A softer denim with two per cent stretch, faded by laser and ozone instead of stone and potassium.",
  }),
  of("jacket", "Trucker jacket in raw denim", {
    made: ["Cotton denim, 12 oz", 400],
    at: [2_380, 100, 38],
    in: ["Indigo", "Black", "Natural"],
    about: "Pleated front, flap pockets and a waistband with side tabs; metal buttons that take your own stamp.",
  }),
  of("jacket", "Chore jacket in cotton twill", {
    made: ["Cotton twill, garment dyed", 300],
    at: [2_060, 100, 35],
    in: ["Sage", "Mustard", "Navy"],
    about: "Dyed after sewing, so the seams and collar edges read a shade lighter than the body.",
  }),
  of("pants", "Pleat-front trousers in twill", {
    made: ["Cotton twill", 260],
    at: [1_380, 120, 32],
    in: ["Sand", "Olive", "Navy"],
    about: "A higher rise and a crease that survives the flight; hook and bar inside, one button outside.",
  }),
  of("pants", "Slim chinos with stretch", {
    made: ["Cotton twill with elastane", 250],
    at: [1_240, 200, 30],
    in: ["Sand", "Charcoal", "Bottle green"],
    about: "The workhorse: mercerised twill, curved waistband, pocket bags in shirting.",
  }),
  of("shorts", "Walk shorts in washed twill", {
    made: ["Cotton twill, enzyme washed", 230],
    at: [890, 150, 28],
    in: ["Rust", "Sand", "Navy"],
    about: "Nine-inch inseam with a turned and tacked hem; the wash is already in, so the colour stays.",
  }),
  of("skirt", "A-line skirt in denim", {
    made: ["Cotton denim, 10 oz", 340],
    at: [1_260, 80, 30],
    in: ["Indigo", "White"],
    about: "Cut on a gentle flare with darts in front and a side zip; sits at the natural waist.",
  }),
  of("uniform-pants", "Cargo work trousers with knee pockets", {
    made: ["Poly-cotton canvas", 280],
    at: [1_420, 100, 30],
    in: ["Sky blue", "Charcoal", "Olive"],
    about: "Triple-needle seams, bellows pockets and knee patches that take a pad; tested to fifty industrial washes.",
  }),
  of("jumpsuit", "Mechanic's jumpsuit in cotton drill", {
    made: ["Cotton drill", 270],
    at: [2_340, 60, 34],
    in: ["Navy", "Olive"],
    about: "A two-way zip under a flap, action back and belt; the chest pockets button so nothing falls into a machine.",
  }),
];
