import * as pictures from "@sleekapp/contracts/product-picture";
import * as contract from "@sleekapp/contracts/catalog";
import * as imports from "@sleekapp/contracts/product-import";
import * as Import from "@sleekapp/core/product-import";
import * as Export from "@sleekapp/core/product-import/export";
import * as Product from "@sleekapp/core/product";
import * as Search from "@sleekapp/core/search";
import * as Upload from "@sleekapp/core/upload";
import { askCandidate, askPictureWords } from "@sleekapp/core/product/candidate";
import { serve } from "../bind.ts";

/** Listings and the catalogue over HTTP. */
export const catalog = [
  serve(contract.searchProducts, ({ query }) => Search.products(query)),
  serve(contract.getProduct, ({ params }) => Search.product(params)),
  serve(contract.listMyProducts, ({ query }) => Product.list(query)),
  serve(contract.createProduct, ({ body }) => Product.create(body)),
  serve(contract.getMyProduct, ({ params }) => Product.get(params)),
  serve(contract.updateProduct, ({ params, body }) => Product.update({ ...params, ...body })),
  serve(contract.askProductPicture, ({ params, body }) => Product.askPicture({ ...params, ...body })),
  serve(contract.getProductPicture, ({ params }) => Upload.get({ subjectId: params.productId, uploadId: params.uploadId })),
  serve(contract.setProductPictures, ({ params, body }) => Product.setPictures({ ...params, ...body })),
  serve(contract.describeProductPictures, ({ params, body }) => Product.describePictures({ ...params, ...body })),
  serve(contract.submitProduct, ({ params }) => Product.submit(params)),
  serve(contract.withdrawProduct, ({ params }) => Product.withdraw(params)),
  serve(contract.pauseProduct, ({ params }) => Product.pause(params)),
  serve(contract.resumeProduct, ({ params }) => Product.resume(params)),
  serve(contract.askProductCopy, ({ params }) => Product.askCopy(params)),
  serve(pictures.askPictureCandidate, ({ params }) => askCandidate(params)),
  serve(pictures.askPictureWords, ({ params }) => askPictureWords(params)),
  serve(contract.discardProductRevision, ({ params }) => Product.discardRevision(params)),
  serve(contract.getProductHistory, ({ params }) => Product.history(params)),
  serve(contract.archiveProduct, ({ params }) => Product.archive(params)),
  serve(contract.restoreProduct, ({ params }) => Product.restore(params)),
  serve(imports.openImport, () => Import.open({})),
  serve(imports.getImport, ({ params }) => Import.get(params)),
  serve(imports.previewImport, ({ params, body }) => Import.preview({ ...params, ...body })),
  serve(imports.startImport, ({ params, body }) => Import.start({ ...params, ...body })),
  serve(imports.getImportReport, ({ params }) => Import.report(params)),
  serve(imports.openExport, async () => ({ fileId: (await Export.open({})).jobId })),
  serve(imports.getExport, ({ params }) => Export.get({ jobId: params.fileId })),
  serve(contract.approveProduct, ({ params, body }) => Product.approve({ ...params, ...body })),
  serve(contract.setProductFee, ({ params, body }) => Product.setFee({ ...params, ...body })),
  serve(contract.duplicateProduct, ({ params }) => Product.duplicate(params)),
  serve(contract.featureProduct, ({ params, body }) => Product.feature({ ...params, ...body })),
  serve(contract.turnDownProduct, ({ params, body }) => Product.turnDown({ ...params, ...body })),
];
