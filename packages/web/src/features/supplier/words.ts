import type { PaperKind, Verification } from "@sleekapp/core/supplier/model";
import type { Missing } from "../../ui/missing-list.tsx";
import type { Tone } from "../../ui/status.tsx";

/** What each standing is called, with the tone it is shown in. */
export const standings: Readonly<Record<Verification, { readonly name: string; readonly tone: Tone }>> = {
  draft: { name: "Not handed in", tone: "neutral" },
  pending: { name: "Waiting for review", tone: "waiting" },
  verified: { name: "Verified", tone: "done" },
  rejected: { name: "Turned down", tone: "late" },
  suspended: { name: "Suspended", tone: "late" },
};

/** What each paper is called. */
export const paperNames: Readonly<Record<PaperKind, string>> = {
  registration: "Business registration",
  tax: "Tax certificate",
  audit: "Audit report",
  certificate: "Certificate",
  photo: "Photo of the factory",
};

/** The steps of an application, in order. */
export const steps = [
  { key: "company", name: "Company" },
  { key: "work", name: "Work and capacity" },
  { key: "papers", name: "Certificates and papers" },
  { key: "photos", name: "Photos and handing in" },
] as const;
export type StepKey = (typeof steps)[number]["key"];

/** The step on which a field is written. */
export function stepOf(field: string): StepKey {
  if (["about", "families", "techniques", "moq", "leadDays", "familyTerms", "weeklyCapacity"].includes(field)) return "work";
  return ["certificates", "registration"].includes(field) ? "papers" : "company";
}

const needs: Readonly<Record<string, string>> = {
  companyName: "Company: its name",
  country: "Company: its country",
  city: "Company: its city",
  address: "Company: street and number",
  contactName: "Contact: a name",
  phone: "Contact: a telephone number",
  about: "About: at least 40 characters on what you make and how",
  families: "Work: at least one kind of garment",
  techniques: "Work: which techniques you do",
  moq: "Capacity: the smallest run, at least 1 piece",
  leadDays: "Capacity: lead time in days, 1 to 365",
  familyTerms: "Terms by kind of garment: both the smallest run and the lead time, or neither",
  weeklyCapacity: "Capacity: pieces a week",
  yearEstablished: "Company: the year it was founded, or nothing",
  registration: "Papers: your business registration",
  certificates: "Certificates: name, issuer, number and last valid day of each, or remove the row",
};

/** The fields of an application in the order of its page. */
const order = Object.keys(needs);

/** What is missing, in words and in the order of the page. */
export const missingItems = (fields: readonly string[]): readonly Missing[] =>
  fields
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((field) => ({ field, text: needs[field] ?? `Something about ${field} is missing` }));
