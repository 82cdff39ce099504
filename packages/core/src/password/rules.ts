/** As the user pool's own policy; no kind of character is asked for. */
export const MIN_LENGTH = 12;
const MAX_LENGTH = 256;
/** Shorter words turn up in any sentence. */
const SHORTEST_WORD = 4;
const OURS = ["sleekapp", "sleek-app"] as const;

/** What somebody could guess of a person: their name, address and company. */
export type Context = { readonly name?: string | undefined; readonly email?: string | undefined; readonly company?: string | undefined };

const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Letters that people put digits and signs in the place of. */
const SWAPPED: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };
const unswapped = (text: string): string => text.replaceAll(/[013457@$!]/g, (sign) => SWAPPED[sign] ?? sign);

/** The words of a person that a password must do without. */
export function contextWords({ name = "", email = "", company = "" }: Context): readonly string[] {
  const [local = "", domain = ""] = email.split("@");
  const site = domain.split(".").at(-2) ?? "";
  const words = [name, local, site, company].flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...OURS, ...words.filter((word) => word.length >= SHORTEST_WORD)])];
}

/** Why a password is not taken, in words for its field; undefined when these rules have nothing against it. Whether it has leaked is asked apart. */
export function passwordProblem(password: string, context: Context = {}): string | undefined {
  if (password.length < MIN_LENGTH) return `Use at least ${MIN_LENGTH} characters.`;
  if (password.length > MAX_LENGTH) return `Use at most ${MAX_LENGTH} characters.`;
  if (password !== password.trim()) return "Leave out the blank at the beginning or end.";
  if (new Set(password.toLowerCase()).size < 5) return "Use more than a few different characters.";
  const given = [plain(password), unswapped(plain(password))];
  const word = contextWords(context).find((one) => given.some((text) => text.includes(one)));
  return word === undefined ? undefined : `Leave out "${word}": it is what somebody who knows of you would try first.`;
}
