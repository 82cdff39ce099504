import type { RevisionStatus, Status } from "@sleekapp/core/product/model";
import type { PictureView } from "@sleekapp/core/product/view";
import { renditionAt } from "@sleekapp/core/upload/facts";
import { drawnWords } from "../../ui/drawn.tsx";
import type { Missing } from "../../ui/missing-list.tsx";
import type { Photo } from "../../ui/photo-grid.tsx";
import type { Tone } from "../../ui/status.tsx";

/** What each status of a listing is called, with the tone it is shown in. */
export const statuses: Readonly<Record<Status, { readonly name: string; readonly tone: Tone }>> = {
  draft: { name: "Draft", tone: "neutral" },
  pending_approval: { name: "In review", tone: "waiting" },
  approved: { name: "In the catalogue", tone: "done" },
  changes_requested: { name: "Changes asked for", tone: "late" },
  rejected: { name: "Turned down", tone: "late" },
  paused: { name: "Paused", tone: "neutral" },
  archived: { name: "Archived", tone: "neutral" },
};

/** What the proposal for a live listing is called where it stands. */
export const revisionNames: Readonly<Record<RevisionStatus, { readonly name: string; readonly tone: Tone }>> = {
  draft: { name: "Changes not handed in", tone: "neutral" },
  pending_approval: { name: "Changes in review", tone: "waiting" },
  changes_requested: { name: "Changes sent back", tone: "late" },
  rejected: { name: "Changes turned down", tone: "late" },
};

/** Whether a listing may be written in: what is live may be, beside it, unless what was written is being reviewed. */
export const isOpen = (status: Status, revision: RevisionStatus | undefined): boolean =>
  (revision ?? status) !== "pending_approval" && status !== "archived";

/** Listings that were sent back: their reason is still the thing to know about them. */
export const isSentBack = (status: Status): boolean => status === "changes_requested" || status === "rejected";

const needs: Readonly<Record<string, string>> = {
  title: "Title: at least 10 characters",
  description: "Description: at least 50 characters",
  family: "Family: choose one",
  category: "Category: what buyers would look under",
  fabric: "Fabric: what it is made of",
  gsm: "Weight: 60 to 900 grams a square metre, or nothing",
  gauge: "Gauge: 1 to 44 needles an inch, or nothing",
  weightGrams: "Shipping weight: at least a gram, or nothing",
  shipsFrom: "Ships from: a country, or nothing",
  features: "Features: at least three letters each",
  keywords: "Keywords: at least two letters each",
  videoUrl: "Film: an address that begins with https, or nothing",
  pictures: "Pictures: at least one, each with what it shows in words",
  price: "Price: more than nothing",
  moq: "Minimum order: at least 1 piece",
  leadDays: "Lead time: 1 to 365 days",
  breaks: "Price breaks: each starts above the one before it and costs less",
};
const order = Object.keys(needs);
const optional = new Set(["sizes", "colours", "variants", "specifications"]);

/** What a listing lacks, in words and in the order of its page; the API names the field before the colon. */
export function missingItems(missing: readonly string[]): readonly Missing[] {
  const named = missing.map((text) => ({ field: text.slice(0, text.indexOf(":")), text })).filter(({ field }) => !optional.has(field));
  const fields = [...new Set(named.map(({ field }) => field))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return fields.map((field) => ({ field, text: needs[field] ?? named.find((one) => one.field === field)?.text ?? field }));
}

/** Pictures of a listing as the photo grid takes them. */
export const photosOf = (pictures: readonly (PictureView & { readonly uploadId: string })[]): readonly Photo[] =>
  pictures.map((picture) => ({
    id: picture.uploadId,
    url: renditionAt(picture, 800, "webp"),
    alt: picture.alt,
    ...(picture.origin ? { note: drawnWords } : {}),
    width: picture.width,
    height: picture.height,
  }));
