import * as z from "zod";

/** `waiting` until the worker has made the file. */
export const ExportState = z.enum(["waiting", "ready"]);
export type ExportState = z.infer<typeof ExportState>;

/** Days the file of an export is kept, and its row. */
export const FILE_DAYS = 7;
export const ROW_DAYS = 30;

/** A copy of one's data as its owner sees it; a file that has gone is `isGone`. */
export const ExportView = z.strictObject({
  exportId: z.string(),
  state: ExportState,
  askedAt: z.string(),
  readyAt: z.string().optional(),
  bytes: z.int().optional(),
  isGone: z.boolean(),
});
export type ExportView = z.infer<typeof ExportView>;

/** Why somebody cannot be erased yet. `subject` is an order's number or an organisation's name. */
export const Obstacle = z.strictObject({
  code: z.enum(["open_order", "unpaid_order", "sole_owner", "admin_seat"]),
  subject: z.string().optional(),
});
export type Obstacle = z.infer<typeof Obstacle>;

/** What the settings show of a person's rights. */
export const PrivacyView = z.strictObject({
  exports: z.array(ExportView).readonly(),
  obstacles: z.array(Obstacle).readonly(),
  /** Organisations that nobody else belongs to and that end with the person, by name. */
  endingOrganisations: z.array(z.string()).readonly(),
});
export type PrivacyView = z.infer<typeof PrivacyView>;
