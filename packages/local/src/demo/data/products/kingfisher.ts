import { of, type ProductData } from "./model.ts";

export const kingfisher: readonly ProductData[] = [
  of("leggings", "High-waist training leggings", {
    made: ["Recycled nylon with elastane", 250],
    at: [980, 100, 26],
    in: ["Black", "Navy", "Burgundy"],
    about: "Squat-proof in every shade we dye, with flatlock seams, a panelled leg and a pocket at the back of the waist.",
  }),
  of("leggings", "Winter running tights", {
    made: ["Brushed polyester with elastane", 280],
    at: [1_140, 100, 28],
    in: ["Black", "Charcoal"],
    about: "Brushed inside for the cold months, bonded hems and reflective tape that is sewn in rather than pressed on.",
  }),
  of("active-top", "Raglan training T-shirt", {
    made: ["Recycled polyester piqué", 140],
    at: [620, 100, 21],
    in: ["Sky blue", "Scarlet", "Black"],
    about: "Dries in under an hour; raglan sleeves keep the seam off the shoulder, side panels let the air through.",
  }),
  of("active-top", "Race-day singlet cut with sleeves", {
    made: ["Bird-eye polyester", 110],
    at: [690, 80, 20],
    in: ["Royal", "Mustard"],
    about: "Sublimated edge to edge in your own artwork at no charge for colours; names and numbers go in the same pass.",
  }),
  of("joggers", "Tapered joggers in French terry", {
    made: ["Cotton French terry", 290],
    at: [1_080, 120, 26],
    in: ["Natural", "Heather grey", "Black"],
    about: "Loops inside, smooth outside; pockets that hold a phone without pulling and cuffs that stay down.",
  }),
  of("joggers", "Lightweight travel joggers", {
    made: ["Nylon and elastane", 160],
    at: [1_260, 100, 28],
    in: ["Olive", "Navy"],
    about: "Woven stretch that packs to the size of a fist, a zip pocket at the thigh and a drawcord that cannot escape.",
  }),
  of("tracksuit", "Stand-collar tracksuit", {
    made: ["Polyester tricot", 260],
    at: [2_650, 80, 32],
    in: ["Scarlet", "Navy", "Bottle green"],
    about: "Jacket and trousers sold as one, taped down the sides, with zip pockets; club badges are sewn before lining.",
  }),
  of("windbreaker", "Packable windbreaker", {
    made: ["Recycled nylon ripstop", 70],
    at: [1_780, 100, 32],
    in: ["Navy", "Mustard", "Teal"],
    about: "Folds into its own pocket; raglan sleeves, storm flap and a hood that turns with the head.",
  }),
  of("tank", "Training tank with deep armholes", {
    made: ["Polyester and cotton jersey", 150],
    at: [460, 100, 20],
    in: ["Black", "Sage"],
    about: "Bound edges that do not chafe, a longer back, and a blank chest made for one large print.",
  }),
  of("shorts", "Seven-inch training shorts", {
    made: ["Recycled polyester, woven", 120],
    at: [780, 120, 24],
    in: ["Black", "Royal"],
    about: "A split hem, an inner brief and two zip pockets; the waistband carries the drawcord inside.",
  }),
];
