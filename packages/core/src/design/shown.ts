import { Links } from "../ports/blob.ts";
import type { ShownDesignView } from "./model.ts";
import * as store from "./store.ts";

export { find, useWrite } from "./store.ts";
export type { Info } from "./store.ts";

/** How long a link to a picture opens it. */
const LINK_SECONDS = 300;

/** A link that opens a picture for as long, for whoever has checked who is shown it. */
export const linkTo = ({ key }: Pick<store.Info, "key">): Promise<string> => Links.use().presignGet({ key, seconds: LINK_SECONDS });

/** A design with a link to its picture, for the action that has checked whom it is shown to. */
export async function shownOf(designId: string | undefined): Promise<ShownDesignView> {
  const design = designId === undefined ? undefined : await store.find(designId);
  if (!design) return {};
  const { origin, description, width, height } = design;
  return {
    design: { designId: design.designId, origin, ...(description === undefined ? {} : { description }), width, height, url: await linkTo(design) },
  };
}
