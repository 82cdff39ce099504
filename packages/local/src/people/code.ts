/** Six digits in a mail, as a reader finds them: neither in a colour nor in a style. */
export function codeIn({ text, html }: { readonly text: string; readonly html: string }): string | undefined {
  const shown = html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>|#[0-9a-f]{6}/gi, " ");
  return /\b\d{6}\b/.exec(`${text} ${shown}`)?.[0];
}
