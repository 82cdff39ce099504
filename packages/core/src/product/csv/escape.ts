/** What spreadsheets take for a formula: one of these marks at the beginning, behind apostrophes of ours or not. */
const FORMULA = /^'*[=+\-@]/;

/** The text as a spreadsheet shows it and does not reckon with it: an apostrophe before what would be a formula. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text before it was made harmless. */
export const asWritten = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

const quoted = (cell: string): string => (/[",;\r\n\t]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One line of a CSV file, without what a spreadsheet would reckon with. */
export const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => quoted(harmless(cell))).join(",")}\r\n`;

/** Several values in one cell, as the cells of a line of their own. */
export const listCell = (values: readonly string[]): string => values.map((value) => (value === "" ? '""' : quoted(value))).join(",");
