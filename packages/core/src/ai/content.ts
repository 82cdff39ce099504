/** Why we do not have something drawn: it would hurt, it shows a real person, or it is somebody else's mark. */
export type Denial = "harmful" | "person" | "brand";

/** Written with digits for letters, with marks between them, or in another width, a word is the same word. */
const plainLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u200B-\u200F\u2060\uFEFF]/gu, "")
    .toLowerCase()
    .replace(/[013457@$]/g, (sign) => ({ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" })[sign] ?? sign)
    .replace(/(?<=\b\p{L})[.\-_*](?=\p{L}\b)/gu, "");

const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${list.trim().replace(/\s*\n\s*/g, "|")})(?![\\p{L}])`, "u");

/** What no picture of ours shows: violence, hatred, nakedness, drugs, harm to oneself. */
const HARMFUL = words(`
  nudes?
  nudity
  naked
  porn\\w*
  sexual\\w*
  erotic\\w*
  topless
  genital\\w*
  fetish\\w*
  swastikas?
  hakenkreuz\\w*
  nazis?
  hitler
  ku klux klan
  kkk
  isis
  white power
  lynch\\w*
  behead\\w*
  gore(?![- ]?tex)
  gory
  mutilat\\w*
  tortur\\w*
  suicid\\w*
  self[- ]harm
  massacre
  cocaine
  heroin
  nackte?\\w*
`);

/** Somebody who exists: a likeness needs their consent, which nobody can show us. */
const PERSON = words(`
  celebrit\\w+
  portrait of
  (?:photo|picture|face|likeness) of (?:me|my|our|a real|the president|the queen|the king)
  looks? like (?:the )?(?:president|singer|actor|actress|footballer)
  taylor swift
  beyonce
  elvis
  messi
  ronaldo
  donald trump
  elon musk
  che guevara
`);

/** Marks that are asked for most; whoever owns one sends it as a file. */
const BRAND = words(`
  nike
  swoosh
  adidas
  puma
  gucci
  prada
  chanel
  dior
  versace
  balenciaga
  burberry
  louis vuitton
  supreme box logo
  lacoste
  ralph lauren
  tommy hilfiger
  levi'?s
  patagonia
  north face
  under armou?r
  new balance
  disney
  mickey mouse
  marvel
  spider-?man
  batman
  star wars
  pokemon
  hello kitty
  harry potter
  coca[- ]cola
  ferrari
`);

/**
 * Why these words are not drawn, before any model is asked; undefined when nothing of ours speaks against it. It knows the plain cases: what it
 * lets through, the model's own rules and the stage's guardrail look at.
 */
export function denialOf(text: string): Denial | undefined {
  const plain = plainLetters(text);
  if (HARMFUL.test(plain)) return "harmful";
  if (PERSON.test(plain)) return "person";
  return BRAND.test(plain) ? "brand" : undefined;
}
