/** One exact change of one file. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string };

/** The text with the change made; throws unless its place is there, once. */
export function placeOf({ file, find, replace }: Edit, text: string): { readonly broken: string } {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined) throw new Error(`${file} has nothing like this any more: ${find}`);
  if (more.length > 0) throw new Error(`${file} has this more than once: ${find}`);
  return { broken: `${before}${replace}${after}` };
}
