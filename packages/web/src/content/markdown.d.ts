declare module "*.md" {
  import type { Doc } from "../../tools/markdown.ts";

  export const doc: Doc;
}
