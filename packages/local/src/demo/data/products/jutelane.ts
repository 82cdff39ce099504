import { of, type ProductData } from "./model.ts";

export const jutelane: readonly ProductData[] = [
  of("t-shirt", "Heavyweight boxy T-shirt", {
    made: ["Open-end cotton jersey", 240],
    at: [560, 100, 20],
    in: ["Natural", "Black", "Sage"],
    about: "A dense, dry jersey with a narrow neck rib and dropped shoulder; prints hold their edge on it.",
  }),
  of("t-shirt", "Garment-dyed T-shirt", {
    made: ["Combed cotton jersey", 200],
    at: [610, 80, 22],
    in: ["Rust", "Teal", "Mustard"],
    about: "Sewn white and dyed after, thirty standing shades, each batch with its own small character.",
  }),
  of("t-shirt", "Kids' T-shirt with shoulder snaps", {
    made: ["Organic cotton interlock", 190],
    at: [480, 150, 22],
    in: ["Sky blue", "Blush"],
    about: "Nickel-free snaps, tagless neck and a longer body; tested for class one, which is what babies chew on.",
  }),
  of("hoodie", "Brushed-back hoodie", {
    made: ["Cotton fleece, brushed", 340],
    at: [1_380, 80, 24],
    in: ["White", "Charcoal", "Bottle green"],
    about: "Three-piece hood without a lining seam, flat drawcord, and a kangaroo pocket with bar tacks that hold a hand.",
  }),
  of("hoodie", "Zip-free school hoodie", {
    made: ["Poly-cotton fleece", 290],
    at: [1_120, 120, 24],
    in: ["Navy", "Burgundy"],
    about: "The same block in sizes from age five to adult, with leavers' names printed on the back in one pass.",
  }),
  of("sweatshirt", "Loop-back crew sweatshirt", {
    made: ["Cotton French terry", 320],
    at: [1_060, 80, 24],
    in: ["Burgundy", "Heather grey", "Olive"],
    about: "A triangle at the neck that does what it was for, set-in sleeves and a hem rib of seven centimetres.",
  }),
  of("sweatshirt", "Oversized sweatshirt", {
    made: ["Organic cotton fleece", 380],
    at: [1_290, 60, 26],
    in: ["Sand", "Black"],
    about: "Dropped a full size through the body but not the sleeve; the fleece is brushed once, so it does not shed.",
  }),
  of("long-sleeve", "Heavy long-sleeve T-shirt", {
    made: ["Cotton jersey", 230],
    at: [720, 100, 22],
    in: ["Black", "Rust"],
    about: "Cuffs of real rib, a straight side seam and a sleeve that takes a print from shoulder to wrist.",
  }),
  of("polo", "Casual polo in slub piqué", {
    made: ["Slub cotton piqué", 210],
    at: [780, 80, 24],
    in: ["Navy", "Sand", "Burgundy"],
    about: "Soft collar with a band inside, three buttons, side vents; looks as if it had already been on holiday.",
  }),
  of("tank", "Ribbed tank top", {
    made: ["Cotton 2 × 2 rib", 220],
    at: [430, 100, 20],
    in: ["Black", "White"],
    about: "Knitted as a tube, so there is no side seam; bound edges in the same rib.",
  }),
];
