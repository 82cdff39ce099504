import * as Account from "@sleekapp/core/account";
import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { s3LargeFile } from "@sleekapp/core/adapters/aws/s3-large-file";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { s3Snapshot } from "@sleekapp/core/adapters/aws/s3-snapshot";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { snapshotSearch } from "@sleekapp/core/adapters/minisearch/snapshot";
import { Blob, Links } from "@sleekapp/core/ports/blob";
import { LargeFile } from "@sleekapp/core/ports/large-file";
import { ProductSearch } from "@sleekapp/core/ports/product-search";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { catalog } from "../routes/catalog.ts";
import { interest } from "../routes/interest.ts";
import { stock } from "../routes/stock.ts";
import { savedSearch } from "../routes/saved-search.ts";
import { supplierPages } from "../routes/supplier.ts";
import { wishlist } from "../routes/wishlist.ts";

Secrets.provide(ssmSecrets(["edge-secret", "proof-key"]));
Blob.provide(s3Blob());
LargeFile.provide(s3LargeFile());
Links.provide(s3Links());
ProductSearch.provide(snapshotSearch(s3Snapshot()));

export const handler = handle(
  createApp([...catalog, ...interest, ...stock, ...supplierPages, ...wishlist, ...savedSearch], { standing: Account.standing }),
);
