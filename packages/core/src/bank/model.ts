import { countrySpecs, isValidBIC, isValidIBAN } from "ibantools";
import * as z from "zod";

const line = z.string().trim().min(2).max(140);
/** Without the blanks and signs that people put between. */
const compact = (text: string): string => text.replace(/[\s.-]/g, "").toUpperCase();
const code = (longest: number) => z.string().trim().min(1).max(longest).transform(compact);

/** True for countries whose accounts are named by an IBAN and by nothing else (ISO 13616 registry). */
export const hasIban = (country: string): boolean => countrySpecs[country]?.IBANRegistry === true;

/** What an account may be called where there is no IBAN; the longest is as long as the longest IBAN. */
const ACCOUNT_NUMBER = /^[A-Z0-9]{4,34}$/;

/** True for an account as it is named in that country: an IBAN with its check digits right, or an account number. */
export function isAccount(account: string, country: string): boolean {
  const text = compact(account);
  return hasIban(country) ? isValidIBAN(text) && text.startsWith(country) : ACCOUNT_NUMBER.test(text);
}

/** True for a BIC of eight or eleven letters and digits (ISO 9362). */
export const isBic = (text: string): boolean => isValidBIC(compact(text));

/** Where a supplier is paid: who holds the account, what it is called, and at which bank. */
const fields = {
  holder: line,
  bankName: line,
  /** Where the bank is. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "a country by its two letters"),
  account: code(60),
  bic: code(20).refine(isBic, "eight or eleven letters and digits, as the bank writes its BIC"),
};

type Place = { readonly account: string; readonly country: string };

const checked = ({ account, country }: Place): boolean => isAccount(account, country);
const wrong = { path: ["account"], message: "the bank's country has no such account; one of its digits may be wrong" };

export const Details = z.strictObject(fields).refine(checked, wrong);
export type Details = z.infer<typeof Details>;

/** Details out of their opened text. */
export const detailsIn = (text: string): Details => Details.parse(JSON.parse(text));

/** Details with the version that was shown; none has been saved before version 0. */
export const Saving = z.strictObject({ ...fields, version: z.int().min(0) }).refine(checked, wrong);

const shown = { holder: z.string(), bankName: z.string(), country: z.string(), account: z.string(), bic: z.string() };

/** Bank details as anybody reads them, the owner too: of the account its last four characters. */
export const BankView = z.strictObject({
  details: z.strictObject(shown).optional(),
  savedAt: z.string().optional(),
  version: z.int(),
});
export type BankView = z.infer<typeof BankView>;

/** Bank details in full, for whoever pays the supplier out. */
export const OpenBankView = z.strictObject({ orgId: z.string(), ...shown, savedAt: z.string() });
export type OpenBankView = z.infer<typeof OpenBankView>;

/** `•••• 3000`. */
export const masked = (details: Details): Details => ({ ...details, account: `•••• ${details.account.slice(-4)}` });
