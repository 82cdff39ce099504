import type { GarmentType } from "@sleekapp/core/garment/model";
import type { Colour } from "../drawings/index.ts";

export type ProductData = {
  readonly type: GarmentType;
  readonly title: string;
  /** What it is made of, in words, and grams a square metre. */
  readonly fabric: string;
  readonly gsm: number;
  /** The supplier's price for one piece at the minimum, in US cents. */
  readonly cents: number;
  readonly moq: number;
  readonly leadDays: number;
  readonly colours: readonly [Colour, ...Colour[]];
  readonly about: string;
};

type Made = readonly [fabric: string, gsm: number];
type Offered = readonly [cents: number, moq: number, leadDays: number];

const of = (type: GarmentType, title: string, rest: { readonly made: Made; readonly at: Offered; readonly in: ProductData["colours"]; readonly about: string }): ProductData => ({
  type,
  title,
  fabric: rest.made[0],
  gsm: rest.made[1],
  cents: rest.at[0],
  moq: rest.at[1],
  leadDays: rest.at[2],
  colours: rest.in,
  about: rest.about,
});

const shapla: readonly ProductData[] = [
  of("sweater", "Cable crew sweater in organic cotton", { made: ["Organic cotton, 5 gauge", 380], at: [1_480, 100, 28], in: ["Sage", "Natural", "Rust"], about: "Two cables run the length of the front; fully fashioned, linked at the shoulder, with a deep rib that keeps its shape." }),
  of("sweater", "Fisherman sweater in lambswool blend", { made: ["Wool blend, 3 gauge", 460], at: [2_150, 80, 32], in: ["Natural", "Navy"], about: "Heavy, dry-handed yarn that blooms in the wash; the cables are knitted, never printed, and the collar sits close." }),
  of("pullover", "Roll-neck pullover in fine merino", { made: ["Merino wool, 12 gauge", 240], at: [2_380, 60, 30], in: ["Charcoal", "Burgundy", "Navy"], about: "A base layer that passes for a proper pullover: fine gauge, folded roll neck, washed to a soft hand." }),
  of("pullover", "Everyday pullover in recycled yarn", { made: ["Recycled cotton and acrylic, 7 gauge", 320], at: [1_120, 150, 26], in: ["Olive", "Black", "Mustard"], about: "Spun from cutting-room waste of our own knits, with a marled look that hides the first years of wear." }),
  of("cardigan", "Five-button cardigan with pockets", { made: ["Cotton, 7 gauge", 340], at: [1_650, 80, 28], in: ["Natural", "Charcoal", "Bottle green"], about: "The band is knitted on, not sewn on, so the front hangs straight; two patch pockets deep enough for a phone." }),
  of("cardigan", "Fine cardigan for uniforms", { made: ["Wool blend, 12 gauge", 260], at: [1_520, 100, 25], in: ["Navy", "Burgundy"], about: "Machine washable at forty degrees and made to be embroidered on the left chest without puckering." }),
  of("vest", "Argyle slipover", { made: ["Cotton, 12 gauge", 260], at: [1_180, 60, 24], in: ["Rust", "Bottle green", "Navy"], about: "A seven-diamond intarsia front with a plain back; ribbed edges that lie flat under a jacket." }),
  of("vest", "Plain V-neck slipover", { made: ["Merino and cotton, 12 gauge", 240], at: [1_290, 80, 24], in: ["Charcoal", "Navy"], about: "Light enough for an office, finished so that it can be washed with everything else." }),
  of("t-shirt", "Compact jersey T-shirt", { made: ["Combed cotton single jersey", 180], at: [420, 200, 21], in: ["White", "Black", "Sky blue"], about: "Tubular body, twin-needle hems and a neck rib with enough elastane to come back after every wash." }),
  of("long-sleeve", "Long-sleeve T-shirt in slub cotton", { made: ["Slub cotton jersey", 190], at: [560, 150, 22], in: ["Natural", "Olive"], about: "Uneven yarn gives a soft, dry surface; set-in sleeves with a proper cuff, side seams that stay straight." }),
];

const tamarind: readonly ProductData[] = [
  of("jeans", "Straight jeans in 13 ounce denim", { made: ["Cotton denim, 13 oz", 440], at: [1_640, 120, 35], in: ["Indigo", "Black"], about: "Five pockets, hidden rivets inside, chain-stitched hem; rinsed once so that the first wash holds no surprises." }),
  of("jeans", "Tapered jeans in recycled denim", { made: ["Cotton with 20 % recycled, 11 oz", 380], at: [1_720, 150, 35], in: ["Navy", "Charcoal"], about: "A softer denim with two per cent stretch, faded by laser and ozone instead of stone and potassium." }),
  of("jacket", "Trucker jacket in raw denim", { made: ["Cotton denim, 12 oz", 400], at: [2_380, 100, 38], in: ["Indigo", "Black", "Natural"], about: "Pleated front, flap pockets and a waistband with side tabs; metal buttons that take your own stamp." }),
  of("jacket", "Chore jacket in cotton twill", { made: ["Cotton twill, garment dyed", 300], at: [2_060, 100, 35], in: ["Sage", "Mustard", "Navy"], about: "Dyed after sewing, so the seams and collar edges read a shade lighter than the body." }),
  of("pants", "Pleat-front trousers in twill", { made: ["Cotton twill", 260], at: [1_380, 120, 32], in: ["Sand", "Olive", "Navy"], about: "A higher rise and a crease that survives the flight; hook and bar inside, one button outside." }),
  of("pants", "Slim chinos with stretch", { made: ["Cotton twill with elastane", 250], at: [1_240, 200, 30], in: ["Sand", "Charcoal", "Bottle green"], about: "The workhorse: mercerised twill, curved waistband, pocket bags in shirting." }),
  of("shorts", "Walk shorts in washed twill", { made: ["Cotton twill, enzyme washed", 230], at: [890, 150, 28], in: ["Rust", "Sand", "Navy"], about: "Nine-inch inseam with a turned and tacked hem; the wash is already in, so the colour stays." }),
  of("skirt", "A-line skirt in denim", { made: ["Cotton denim, 10 oz", 340], at: [1_260, 80, 30], in: ["Indigo", "White"], about: "Cut on a gentle flare with darts in front and a side zip; sits at the natural waist." }),
  of("uniform-pants", "Cargo work trousers with knee pockets", { made: ["Poly-cotton canvas", 280], at: [1_420, 100, 30], in: ["Sky blue", "Charcoal", "Olive"], about: "Triple-needle seams, bellows pockets and knee patches that take a pad; tested to fifty industrial washes." }),
  of("jumpsuit", "Mechanic's jumpsuit in cotton drill", { made: ["Cotton drill", 270], at: [2_340, 60, 34], in: ["Navy", "Olive"], about: "A two-way zip under a flap, action back and belt; the chest pockets button so nothing falls into a machine." }),
];

const kingfisher: readonly ProductData[] = [
  of("leggings", "High-waist training leggings", { made: ["Recycled nylon with elastane", 250], at: [980, 100, 26], in: ["Black", "Navy", "Burgundy"], about: "Squat-proof in every shade we dye, with flatlock seams, a panelled leg and a pocket at the back of the waist." }),
  of("leggings", "Winter running tights", { made: ["Brushed polyester with elastane", 280], at: [1_140, 100, 28], in: ["Black", "Charcoal"], about: "Brushed inside for the cold months, bonded hems and reflective tape that is sewn in rather than pressed on." }),
  of("active-top", "Raglan training T-shirt", { made: ["Recycled polyester piqué", 140], at: [620, 100, 21], in: ["Sky blue", "Scarlet", "Black"], about: "Dries in under an hour; raglan sleeves keep the seam off the shoulder, side panels let the air through." }),
  of("active-top", "Race-day singlet cut with sleeves", { made: ["Bird-eye polyester", 110], at: [690, 80, 20], in: ["Royal", "Mustard"], about: "Sublimated edge to edge in your own artwork at no charge for colours; names and numbers go in the same pass." }),
  of("joggers", "Tapered joggers in French terry", { made: ["Cotton French terry", 290], at: [1_080, 120, 26], in: ["Natural", "Heather grey", "Black"], about: "Loops inside, smooth outside; pockets that hold a phone without pulling and cuffs that stay down." }),
  of("joggers", "Lightweight travel joggers", { made: ["Nylon and elastane", 160], at: [1_260, 100, 28], in: ["Olive", "Navy"], about: "Woven stretch that packs to the size of a fist, a zip pocket at the thigh and a drawcord that cannot escape." }),
  of("tracksuit", "Stand-collar tracksuit", { made: ["Polyester tricot", 260], at: [2_650, 80, 32], in: ["Scarlet", "Navy", "Bottle green"], about: "Jacket and trousers sold as one, taped down the sides, with zip pockets; club badges are sewn before lining." }),
  of("windbreaker", "Packable windbreaker", { made: ["Recycled nylon ripstop", 70], at: [1_780, 100, 32], in: ["Navy", "Mustard", "Teal"], about: "Folds into its own pocket; raglan sleeves, storm flap and a hood that turns with the head." }),
  of("tank", "Training tank with deep armholes", { made: ["Polyester and cotton jersey", 150], at: [460, 100, 20], in: ["Black", "Sage"], about: "Bound edges that do not chafe, a longer back, and a blank chest made for one large print." }),
  of("shorts", "Seven-inch training shorts", { made: ["Recycled polyester, woven", 120], at: [780, 120, 24], in: ["Black", "Royal"], about: "A split hem, an inner brief and two zip pockets; the waistband carries the drawcord inside." }),
];

const banyan: readonly ProductData[] = [
  of("uniform-shirt", "Service shirt with shoulder tabs", { made: ["Poly-cotton poplin", 140], at: [890, 100, 24], in: ["White", "Sky blue", "Rust"], about: "Pleated chest pockets, permanent collar stays and tabs for rank or name; irons itself in the dryer." }),
  of("uniform-shirt", "Kitchen shirt with snap front", { made: ["Cotton and polyester twill", 190], at: [980, 80, 24], in: ["Black", "Natural"], about: "Press studs instead of buttons, vents under the arm, and a cloth that forgets turmeric at sixty degrees." }),
  of("uniform-pants", "Service trousers, flat front", { made: ["Poly-cotton twill", 240], at: [1_080, 100, 26], in: ["Black", "Navy", "Charcoal"], about: "Half-elastic waist hidden in the band, so one size fits through the season; hemmed or left open." }),
  of("scrubs", "Two-piece scrubs, six pockets", { made: ["Polyester, rayon and elastane", 180], at: [1_480, 60, 24], in: ["Teal", "Navy", "Burgundy"], about: "Four-way stretch that takes hospital laundry; a loop for the badge and a pocket sized for a handheld." }),
  of("scrubs", "Classic cotton scrubs", { made: ["Poly-cotton poplin", 160], at: [1_220, 100, 22], in: ["Natural", "Sky blue"], about: "Reversible top, drawstring trousers, bar tacks at every pocket; size labels by colour." }),
  of("polo", "Staff polo with contrast-free collar", { made: ["Poly-cotton piqué", 220], at: [690, 100, 22], in: ["Navy", "Bottle green", "Black"], about: "Made to be embroidered: a firm chest, colour-matched thread kept in stock, and sizes from XS to 5XL in one price." }),
  of("jersey", "Team jersey with sewn number", { made: ["Polyester mesh", 150], at: [1_380, 50, 22], in: ["Mustard", "Royal", "Scarlet"], about: "V-neck with taped seams; names and numbers are twill, cut and sewn, or sublimated when the design is all over." }),
  of("jersey", "Goalkeeper and referee jersey", { made: ["Polyester interlock", 170], at: [1_460, 50, 24], in: ["Teal", "Black"], about: "Padded elbows, longer back, and a pocket for cards; matches the team jersey in every shade." }),
  of("vest", "Knitted service slipover", { made: ["Acrylic and wool, 10 gauge", 280], at: [1_160, 100, 26], in: ["Charcoal", "Burgundy"], about: "The slipover under the jacket of a thousand receptions: keeps its shape, takes a badge, washes in the machine." }),
  of("jacket", "Hi-comfort work jacket", { made: ["Poly-cotton canvas", 280], at: [2_120, 80, 32], in: ["Charcoal", "Navy"], about: "Action back, pen pocket on the sleeve, metal buttons under a flap so nothing scratches what you lean on." }),
];

const jutelane: readonly ProductData[] = [
  of("t-shirt", "Heavyweight boxy T-shirt", { made: ["Open-end cotton jersey", 240], at: [560, 100, 20], in: ["Natural", "Black", "Sage"], about: "A dense, dry jersey with a narrow neck rib and dropped shoulder; prints hold their edge on it." }),
  of("t-shirt", "Garment-dyed T-shirt", { made: ["Combed cotton jersey", 200], at: [610, 80, 22], in: ["Rust", "Teal", "Mustard"], about: "Sewn white and dyed after, thirty standing shades, each batch with its own small character." }),
  of("t-shirt", "Kids' T-shirt with shoulder snaps", { made: ["Organic cotton interlock", 190], at: [480, 150, 22], in: ["Sky blue", "Blush"], about: "Nickel-free snaps, tagless neck and a longer body; tested for class one, which is what babies chew on." }),
  of("hoodie", "Brushed-back hoodie", { made: ["Cotton fleece, brushed", 340], at: [1_380, 80, 24], in: ["White", "Charcoal", "Bottle green"], about: "Three-piece hood without a lining seam, flat drawcord, and a kangaroo pocket with bar tacks that hold a hand." }),
  of("hoodie", "Zip-free school hoodie", { made: ["Poly-cotton fleece", 290], at: [1_120, 120, 24], in: ["Navy", "Burgundy"], about: "The same block in sizes from age five to adult, with leavers' names printed on the back in one pass." }),
  of("sweatshirt", "Loop-back crew sweatshirt", { made: ["Cotton French terry", 320], at: [1_060, 80, 24], in: ["Burgundy", "Heather grey", "Olive"], about: "A triangle at the neck that does what it was for, set-in sleeves and a hem rib of seven centimetres." }),
  of("sweatshirt", "Oversized sweatshirt", { made: ["Organic cotton fleece", 380], at: [1_290, 60, 26], in: ["Sand", "Black"], about: "Dropped a full size through the body but not the sleeve; the fleece is brushed once, so it does not shed." }),
  of("long-sleeve", "Heavy long-sleeve T-shirt", { made: ["Cotton jersey", 230], at: [720, 100, 22], in: ["Black", "Rust"], about: "Cuffs of real rib, a straight side seam and a sleeve that takes a print from shoulder to wrist." }),
  of("polo", "Casual polo in slub piqué", { made: ["Slub cotton piqué", 210], at: [780, 80, 24], in: ["Navy", "Sand", "Burgundy"], about: "Soft collar with a band inside, three buttons, side vents; looks as if it had already been on holiday." }),
  of("tank", "Ribbed tank top", { made: ["Cotton 2 × 2 rib", 220], at: [430, 100, 20], in: ["Black", "White"], about: "Knitted as a tube, so there is no side seam; bound edges in the same rib." }),
];

const monsoon: readonly ProductData[] = [
  of("blazer", "Two-button blazer, half canvas", { made: ["Wool blend flannel", 280], at: [3_650, 50, 38], in: ["Natural", "Charcoal", "Navy"], about: "Canvas through the chest, notch lapel, working cuffs on request; pressed by hand and shipped on a hanger." }),
  of("blazer", "Unlined linen-look blazer", { made: ["Cotton and linen", 220], at: [2_980, 50, 34], in: ["Sand", "Sky blue"], about: "No lining, every seam bound in the same cloth; folds into a bag and forgives it." }),
  of("dress", "Short-sleeve day dress", { made: ["Viscose twill", 150], at: [1_640, 60, 30], in: ["Sage", "Navy", "Rust"], about: "A fitted bodice over a flared skirt with a tie belt; pockets in the side seam, because yes." }),
  of("dress", "Knit dress in ponte", { made: ["Ponte Roma", 320], at: [1_820, 60, 32], in: ["Burgundy", "Black"], about: "Holds a line without a lining; short sleeves, waist seam, and a hem that stays where it was pressed." }),
  of("skirt", "Flared midi skirt", { made: ["Cotton and viscose", 210], at: [1_180, 60, 28], in: ["White", "Teal", "Mustard"], about: "Cut in six panels on the bias, waistband with a hidden hook, side zip that does not show." }),
  of("jumpsuit", "Tailored jumpsuit with belt", { made: ["Cotton gabardine", 230], at: [2_480, 50, 34], in: ["Bottle green", "Navy"], about: "Shirt collar and front zip, a belt of the same cloth, and a leg wide enough to sit down in." }),
  of("pants", "Tailored trousers, wide leg", { made: ["Wool blend", 260], at: [1_780, 60, 34], in: ["Charcoal", "Sage"], about: "Pressed crease, curtained waistband and an extended tab; finished or left open at the hem." }),
  of("cardigan", "Cropped cardigan", { made: ["Cotton and cashmere, 12 gauge", 220], at: [2_240, 50, 32], in: ["Blush", "Natural"], about: "Two per cent that you can feel: fine gauge, mother-of-pearl buttons and a rib that sits at the waist." }),
  of("windbreaker", "City shell with raglan sleeve", { made: ["Waxed-hand nylon", 130], at: [2_160, 60, 34], in: ["Olive", "Navy"], about: "Taped at the shoulders and the hood, matt outside, with a zip that closes from either end." }),
  of("sweater", "Silk and cotton summer sweater", { made: ["Silk and cotton, 14 gauge", 180], at: [2_380, 50, 34], in: ["Sky blue", "Sand"], about: "A summer knit with a cool hand and a cable at either side, linked by hand at the neck." }),
];

/** What each supplier lists, by its key. */
export const products: Readonly<Record<string, readonly ProductData[]>> = { shapla, tamarind, kingfisher, banyan, jutelane, monsoon };
