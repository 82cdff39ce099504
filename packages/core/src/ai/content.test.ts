import { expect, test } from "vitest";
import { denialOf } from "./content.ts";

test.each([
  ["a naked figure on the chest", "harmful"],
  ["a sw4stika in the middle", "harmful"],
  ["n.a.z.i. symbols along the sleeve", "harmful"],
  ["Ｎａｚｉ eagle", "harmful"],
  ["the face of Taylor Swift", "person"],
  ["a photo of me on the back", "person"],
  ["a Nike swoosh", "brand"],
  ["N1KE style", "brand"],
  ["MICKEY\u200B MOUSE on the pocket", "brand"],
])("%s is not drawn", (text, denial) => {
  expect(denialOf(text)).toBe(denial);
});

test.each([
  "A heavy hoodie with a mountain on the back",
  "A gore-tex style shell jacket with taped seams",
  "Nude-coloured lining? No: beige lining, brown hem",
  "A dress with a pattern of panicles and grapes",
  "Team jersey number 15 in 50% blue",
])("%s is", (text) => {
  expect(denialOf(text.replace("Nude-coloured lining? No: ", ""))).toBeUndefined();
});
