import { paperPdf } from "@sleekapp/local/people/paper";
import type { Page } from "playwright-core";

/** The supplier of the market's journey. */
export const mill = { name: "Rafiq Maker", company: "Padma Knit", email: "rafiq@padma.example" };

export const field = (page: Page, label: string) => page.getByRole("main").getByLabel(label, { exact: true });
export const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
export const saved = (page: Page) => page.getByText("Saved", { exact: true }).first().waitFor();

/** Writes the application, which is held back until it says what it lacks, up to handing it in. */
export async function apply(supplier: Page): Promise<void> {
  await press(supplier, /Photos and handing in/u);
  await press(supplier, "Hand it in");
  await supplier.getByRole("alert").getByText("Papers: your business registration").waitFor();
  await supplier.waitForFunction(() => document.activeElement?.getAttribute("name") === "companyName");

  await field(supplier, "Company name").fill(mill.company);
  await field(supplier, "Country").selectOption("BD");
  await field(supplier, "City").fill("Gazipur");
  await field(supplier, "Street and number").fill("Plot 12, Konabari");
  await field(supplier, "Contact").fill(mill.name);
  await field(supplier, "Telephone").fill("+880 2 9999");
  await press(supplier, "Next: Work and capacity");
  await field(supplier, "About").fill("Circular and flat knitting with our own dyeing house since 1998.");
  await field(supplier, "Knitwear").check();
  await field(supplier, "Casual wear").check();
  await field(supplier, "Smallest run").fill("100");
  await field(supplier, "Lead time").fill("30");
  await field(supplier, "Capacity a week").fill("4000");
  await saved(supplier);
  await press(supplier, "Next: Certificates and papers");
  const paper = { name: "trade-licence.pdf", mimeType: "application/pdf", buffer: Buffer.from(paperPdf("Trade licence")) };
  await supplier.locator("input[type=file]").setInputFiles(paper);
  await supplier.getByText("trade-licence.pdf", { exact: false }).first().waitFor();
  await supplier.getByRole("button", { name: "Download" }).waitFor();
  await press(supplier, "Next: Photos and handing in");
}
