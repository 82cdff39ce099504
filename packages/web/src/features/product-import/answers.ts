import { Fabric, Family, GarmentType, fabricNames, familyNames, garments, garmentsOf } from "@sleekapp/core/garment/model";
import type { PreviewView } from "@sleekapp/core/product-import/model";
import * as z from "zod";
import type { Missing } from "../../ui/missing-list.tsx";

const facts = {
  family: Family.optional(),
  garment: GarmentType.optional(),
  fabric: Fabric.optional(),
  moq: z.int().optional(),
  leadDays: z.int().optional(),
};
const Rule = z.object({ by: z.enum(["type", "tag", "title"]), value: z.string(), ...facts });
const Answers = z.object({ rules: z.array(Rule), defaults: z.object(facts), altFromTitle: z.boolean() });

/** What the owner of a file says once for all of it. */
export type FileAnswers = z.infer<typeof Answers>;
export type Rule = FileAnswers["rules"][number];

export const noAnswers: FileAnswers = { rules: [], defaults: {}, altFromTitle: false };
export const parseAnswers = (value: unknown): FileAnswers | undefined => Answers.safeParse(value).data;

const isWhole = ({ value, family, garment }: Rule): boolean => value.trim() !== "" && (family !== undefined || garment !== undefined);

/** The answers as they are sent: a rule counts once it says which products and what they are; zero is no number of pieces or days. */
export function sendable({ rules, defaults: { moq, leadDays, ...defaults }, altFromTitle }: FileAnswers): FileAnswers {
  return { rules: rules.filter(isWhole), defaults: { ...defaults, ...(moq ? { moq } : {}), ...(leadDays ? { leadDays } : {}) }, altFromTitle };
}

/** One list for what products can be: a family as a whole, or a garment of it. */
export const kinds = Family.options.map((family) => ({
  label: familyNames[family],
  options: [
    { value: `family:${family}`, label: `${familyNames[family]}, any` },
    ...garmentsOf(family).map((garment) => ({ value: `garment:${garment}`, label: garments[garment].plural })),
  ],
}));

type Kind = Pick<Rule, "family" | "garment">;
export const kindValue = ({ family, garment }: Kind): string => (garment ? `garment:${garment}` : family ? `family:${family}` : "");
export function kindOf(value: string): Kind {
  const [what, code] = value.split(":");
  return what === "garment"
    ? { garment: GarmentType.safeParse(code).data, family: undefined }
    : { family: Family.safeParse(code).data, garment: undefined };
}

export const fabrics = Fabric.options.map((value) => ({ value, label: fabricNames[value] }));
export const fabricOf = (value: string) => Fabric.safeParse(value).data;

type Need = PreviewView["needs"][number];

const asked: Readonly<Record<string, string>> = {
  family: "What the products are",
  moq: "Minimum order",
  leadDays: "Lead time",
  alt: "What the pictures show",
};

/** What the worker asked on its way through a long file and is still not answered; rules may answer it too, which the next start finds out. */
export const openOf = (
  needs: readonly Need[],
  { defaults: { family, garment, moq, leadDays }, altFromTitle, rules }: FileAnswers,
): readonly Need[] => {
  const answered: Readonly<Record<string, unknown>> = { family: family ?? garment ?? rules[0], moq, leadDays, alt: altFromTitle || undefined };
  return needs.filter(({ field }) => answered[field] === undefined);
};

/** What is still asked, in words that lead to its field. */
export const missingItems = (needs: readonly Need[]): readonly Missing[] =>
  needs.map(({ field, products, firstLine }) => ({ field, text: `${asked[field] ?? field}: ${lacking(products, firstLine)}` }));

/** How many products lack a fact, and where in the file the first is. */
export const lacking = (products: number, firstLine: number): string =>
  products === 1 ? `1 product lacks it, on line ${firstLine}` : `${products} products lack it, the first on line ${firstLine}`;

export const lacks = (fields: readonly string[]): string => fields.map((field) => (asked[field] ?? field).toLowerCase()).join(", ");
