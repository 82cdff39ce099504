/** The name all entities share on the table. */
export const SERVICE = "sleek";

/** The table of this process; the stores' tests set it before they load a store. */
export const tableName = (): string => process.env["TABLE_NAME"] ?? "unset";
