import * as z from "zod";
import * as Product from "../product/index.ts";
import { appUrl, linesOf, type MailBuilder, toOrg } from "./compose.ts";

const About = z.object({ productId: z.string(), orgId: z.string() });

/** The supplier hears that a listing is public; nothing when it was changed again meanwhile. */
export const productApproved: MailBuilder = async (event) => {
  const { productId, orgId } = About.parse(event.data);
  const product = await Product.find(productId);
  if (!product?.slug) return [];
  return toOrg(orgId, {
    template: "product-approved",
    data: { product: product.draft.title ?? "Your listing", url: appUrl(`/catalog/${product.slug}`) },
  });
};

/** The supplier hears what the reviewer wants changed. */
export const productTurnedDown: MailBuilder = async (event) => {
  const { productId, orgId } = About.parse(event.data);
  const product = await Product.find(productId);
  const reasons = linesOf((product && Product.working(product).reason) ?? "");
  if (!product || reasons.length === 0) return [];
  const data = { product: product.draft.title ?? "Your listing", reasons, url: appUrl(`/app/products/${productId}`) };
  return toOrg(orgId, { template: "product-rejected", data });
};
