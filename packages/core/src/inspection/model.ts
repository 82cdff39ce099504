import * as z from "zod";
import { Aql, Level } from "./tables.ts";

/** How bad a defect is. */
export const DefectClass = z.enum(["critical", "major", "minor"]);
export type DefectClass = z.infer<typeof DefectClass>;

/** Defects found in the sample, by how bad they are. */
export const Defects = z.strictObject({ critical: z.int().min(0).max(10_000), major: z.int().min(0).max(10_000), minor: z.int().min(0).max(10_000) });
export type Defects = z.infer<typeof Defects>;

/** What can be wrong with a garment. */
export const DefectType = z.enum([
  "sharp",
  "mould",
  "composition",
  "unsafe-part",
  "size",
  "hole",
  "open-seam",
  "broken-stitch",
  "skipped-stitch",
  "shade",
  "stain",
  "fabric-flaw",
  "decoration",
  "trim",
  "label",
  "shape",
  "packing",
  "loose-thread",
  "small-mark",
  "pressing",
]);
export type DefectType = z.infer<typeof DefectType>;

type DefectSpec = { readonly name: string; readonly least: DefectClass; readonly stage: string };

/**
 * Each defect by its name, the least bad it can be called, and the stage that lets it happen. An inspector may call a defect worse than
 * the table does, never better: what hurts somebody is critical wherever it is found.
 */
export const defectTypes: Readonly<Record<DefectType, DefectSpec>> = {
  sharp: { name: "Needle or sharp point", least: "critical", stage: "sewing" },
  mould: { name: "Mould or infestation", least: "critical", stage: "packing" },
  composition: { name: "Wrong fibre content", least: "critical", stage: "materials" },
  "unsafe-part": { name: "Small part that comes off, cord that is too long", least: "critical", stage: "sewing" },
  size: { name: "Measurement outside its tolerance", least: "minor", stage: "cutting" },
  hole: { name: "Hole or dropped stitch", least: "major", stage: "knitting" },
  "open-seam": { name: "Open seam", least: "major", stage: "sewing" },
  "broken-stitch": { name: "Broken stitch", least: "minor", stage: "sewing" },
  "skipped-stitch": { name: "Skipped stitch", least: "minor", stage: "sewing" },
  shade: { name: "Shade differs", least: "minor", stage: "materials" },
  stain: { name: "Stain or oil mark", least: "minor", stage: "washing" },
  "fabric-flaw": { name: "Flaw in the fabric", least: "minor", stage: "materials" },
  decoration: { name: "Print or embroidery misplaced or damaged", least: "minor", stage: "decoration" },
  trim: { name: "Button, zip or snap does not work", least: "major", stage: "sewing" },
  label: { name: "Label missing or wrong", least: "major", stage: "packing" },
  shape: { name: "Twisted, puckered or uneven", least: "minor", stage: "sewing" },
  packing: { name: "Wrong size, colour or number in the carton", least: "minor", stage: "packing" },
  "loose-thread": { name: "Loose thread", least: "minor", stage: "sewing" },
  "small-mark": { name: "Small mark that comes off", least: "minor", stage: "pressing" },
  pressing: { name: "Crease or iron mark", least: "minor", stage: "pressing" },
};

/** So many pieces with one defect, with checked photos of it. */
export const Finding = z.strictObject({
  type: DefectType,
  class: DefectClass,
  count: z.int().min(1).max(10_000),
  note: z.string().trim().min(3).max(300).optional(),
  photos: z.array(z.string().max(60)).max(4).default([]),
});
export type Finding = z.infer<typeof Finding>;

/** What a lot is held to: the level, and the limit of each class; nothing critical is ever accepted. */
export const Limits = z.strictObject({ level: Level, major: Aql, minor: Aql });
export type Limits = z.infer<typeof Limits>;

/** `conditional` is for the buyer to decide: the lot misses only what the eye would forgive. */
export const Result = z.enum(["pass", "conditional", "fail"]);
export type Result = z.infer<typeof Result>;
