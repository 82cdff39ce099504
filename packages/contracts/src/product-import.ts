import { id } from "@sleekapp/core/kernel/id";
import { Answers, ExportView, ImportView, PreviewView } from "@sleekapp/core/product-import/model";
import * as z from "zod";
import { actingSupplier, route } from "./route.ts";

const params = z.strictObject({ jobId: id("job") });
const body = z.strictObject({ answers: Answers });

export const openImport = route({
  operationId: "openImport",
  lambda: "catalog",
  method: "POST",
  path: "/v1/imports",
  summary: "Opens an import: a job and the slot its file is sent to",
  auth: "member",
  who: actingSupplier,
  response: z.strictObject({ jobId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
  status: 201,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const getImport = route({
  operationId: "getImport",
  lambda: "catalog",
  method: "GET",
  path: "/v1/imports/{jobId}",
  summary: "How far an import is, and which rows were left out",
  auth: "member",
  who: actingSupplier,
  params,
  response: ImportView,
});

export const previewImport = route({
  operationId: "previewImport",
  lambda: "catalog",
  method: "POST",
  path: "/v1/imports/{jobId}/preview",
  summary: "What importing the file with these answers would make; nothing is made",
  auth: "member",
  who: actingSupplier,
  params,
  body,
  response: PreviewView,
  limits: [{ per: "user", max: 120, seconds: 3_600 }],
});

export const startImport = route({
  operationId: "startImport",
  lambda: "catalog",
  method: "POST",
  path: "/v1/imports/{jobId}/start",
  summary: "Starts the import, or a look at what it would do; a failed one goes on where it stopped",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ answers: Answers.optional(), isDryRun: z.boolean().default(false) }),
  response: z.strictObject({ jobId: z.string(), total: z.int() }),
  status: 202,
});

export const getImportReport = route({
  operationId: "getImportReport",
  lambda: "catalog",
  method: "GET",
  path: "/v1/imports/{jobId}/report",
  summary: "A link to what became of every product and row of the file, as CSV",
  auth: "member",
  who: actingSupplier,
  params,
  response: z.strictObject({ url: z.string() }),
});

export const openExport = route({
  operationId: "openExport",
  lambda: "catalog",
  method: "POST",
  path: "/v1/product-files",
  summary: "Asks for a file of all listings; a worker writes it",
  auth: "member",
  who: actingSupplier,
  response: z.strictObject({ fileId: z.string() }),
  status: 202,
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const getExport = route({
  operationId: "getExport",
  lambda: "catalog",
  method: "GET",
  path: "/v1/product-files/{fileId}",
  summary: "How far an export is, and where its file is",
  auth: "member",
  who: actingSupplier,
  params: z.strictObject({ fileId: id("job") }),
  response: ExportView,
});
