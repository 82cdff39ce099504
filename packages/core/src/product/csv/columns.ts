/** What a cell can mean to us, whatever the file calls its column. */
export const columns = [
  "handle",
  "title",
  "body",
  "vendor",
  "type",
  "tags",
  "option1Name",
  "option1Value",
  "option2Name",
  "option2Value",
  "option3Name",
  "option3Value",
  "size",
  "colour",
  "sku",
  "stock",
  "price",
  "currency",
  "imageSrc",
  "imagePosition",
  "imageAlt",
  "imageDrawnBy",
  "garment",
  "fabric",
  "gsm",
  "moq",
  "leadDays",
  "productId",
  "family",
  "composition",
  "shipsFrom",
  "sizes",
  "colours",
  "breaks",
  "kind",
  "subcategory",
  "gauge",
  "unit",
  "weightGrams",
  "features",
  "specifications",
  "keywords",
  "metaDescription",
  "videoUrl",
] as const;
export type Column = (typeof columns)[number];

/**
 * Heads by their letters and digits alone, lower-case. The first lines are Shopify's product CSV, old and new
 * (help.shopify.com, "Using CSV files to import and export products"), the last our own.
 */
const heads: Readonly<Record<Column, readonly string[]>> = {
  handle: ["handle", "urlhandle"],
  title: ["title", "name", "productname"],
  body: ["bodyhtml", "body", "description"],
  vendor: ["vendor", "brand"],
  type: ["type", "producttype", "customproducttype"],
  tags: ["tags"],
  option1Name: ["option1name"],
  option1Value: ["option1value"],
  option2Name: ["option2name"],
  option2Value: ["option2value"],
  option3Name: ["option3name"],
  option3Value: ["option3value"],
  size: ["size"],
  colour: ["colour", "color"],
  sku: ["variantsku", "sku"],
  stock: ["variantinventoryqty", "inventoryquantity", "stock"],
  price: ["variantprice", "price", "unitprice"],
  currency: ["currency"],
  imageSrc: ["imagesrc", "productimageurl", "image", "imageurl"],
  imagePosition: ["imageposition"],
  imageAlt: ["imagealttext", "alttext", "alt"],
  imageDrawnBy: ["imagedrawnby"],
  garment: ["garment", "garmenttype"],
  fabric: ["fabric", "material"],
  gsm: ["gsm", "weightgsm"],
  moq: ["moq", "minimumorder", "minimumorderquantity"],
  leadDays: ["leaddays", "leadtime", "leadtimedays"],
  productId: ["productid"],
  family: ["family"],
  composition: ["composition"],
  shipsFrom: ["shipsfrom"],
  sizes: ["sizes"],
  colours: ["colours", "colors"],
  breaks: ["pricebreaks"],
  kind: ["kindofproduct"],
  subcategory: ["subcategory"],
  gauge: ["gauge"],
  unit: ["unit"],
  weightGrams: ["weightgrams"],
  features: ["features"],
  specifications: ["specifications"],
  keywords: ["keywords"],
  metaDescription: ["metadescription"],
  videoUrl: ["video"],
};

const meanings = new Map(columns.flatMap((column) => heads[column].map((head) => [head, column] as const)));

/** Which column each place of a row is; a head we do not know, or that was named before, is not read. */
export function readHead(cells: readonly string[]): readonly (Column | undefined)[] {
  const seen = new Set<Column>();
  return cells.map((cell) => {
    const meaning = meanings.get(cell.toLowerCase().replace(/[^a-z0-9]/g, ""));
    if (meaning === undefined || seen.has(meaning)) return undefined;
    seen.add(meaning);
    return meaning;
  });
}
