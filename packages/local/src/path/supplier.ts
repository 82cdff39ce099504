import * as identity from "@sleekapp/contracts/identity";
import * as supply from "@sleekapp/contracts/supplier";
import { paperPdf } from "../people/paper.ts";
import { type Person, sendFile, until } from "../people/person.ts";
import { runAsOperator } from "../people/operator.ts";
import { holds, refused, type Step, type World } from "./world.ts";

const application = {
  companyName: "Meghna Knit Works",
  country: "BD",
  city: "Gazipur",
  address: "Plot 14, Konabari Industrial Area, Gazipur 1346",
  contactName: "Salma Akter",
  phone: "+880 1700 000000",
  about: "A knit and cut-and-sew factory of 240 people that has made shirts, tops and jackets for small labels since 2009.",
  families: ["casualwear", "cut-and-sew", "knitwear", "activewear", "uniforms"],
  techniques: ["screen-print", "embroidery"],
  moq: 30,
  leadDays: 12,
  familyTerms: { knitwear: { moq: 60, leadDays: 18 } },
  weeklyCapacity: 4_000,
  certificates: [{ name: "OEKO-TEX Standard 100", issuer: "Hohenstein", number: "22.HBD.10001", expiresOn: "2028-05-31" }],
} as const;

/** The letter that was mailed to somebody about something, once it is there. */
export async function letter(world: World, to: string, subject: RegExp): Promise<{ readonly text: string; readonly html: string }> {
  return until(`A mail to ${to} about ${subject.source}`, async () => {
    const found = world.town.stage.mailbox.list(to).find((mail) => subject.test(mail.subject));
    return found ? world.town.stage.mailbox.read(found.id) : undefined;
  });
}

async function firstAdmin({ people: { admin }, password, root, town }: World): Promise<string> {
  const command = ["tools/create-admin.ts", "--email", admin.email, "--name", "Ada Admin", "--password", password];
  const said = await runAsOperator(town.stage, root, command).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes("has its first admin")) return "the stage has its first admin already";
    throw error;
  });
  await admin.signIn(password);
  return said.trim();
}

export const signUps: Step = {
  name: "A supplier signs up with a mailed code; an operator makes the first admin",
  run: async (world) => {
    const { people, password } = world;
    const proofs = [await firstAdmin(world)];
    await people.supplier.signUp({ password, name: "Salma Akter", as: "supplier", company: application.companyName });
    await people.otherSupplier.signUp({ password, name: "Omar Faruk", as: "supplier", company: "Karnaphuli Garments" });
    await people.otherBuyer.signUp({ password, name: "Otto Other", as: "buyer", company: "Other Label" });
    const me = await people.supplier.ask(identity.getMe, {});
    holds(me.orgKind === "supplier" && me.memberKind === "owner", "who signs up as a supplier owns a supplier");
    world.made.supplierId = me.orgId;
    await refused(people.nobody, identity.getMe, { status: 401 });
    await refused(people.supplier, identity.listSuppliers, { status: 403 });
    return [...proofs, "the new supplier owns its organisation", "signed out: 401", "a supplier asking for the admin's list: 403"];
  },
};

/** Sends the registration as a PDF and waits until it has been looked into. */
export async function sendRegistration(supplier: Person): Promise<void> {
  const { uploadId, ...slot } = await supplier.ask(supply.askPaper, { body: { kind: "registration", type: "application/pdf" } });
  await sendFile(slot, paperPdf("Trade licence, for the golden path"));
  await until("The verdict on the registration", async () => {
    const { state } = await supplier.ask(supply.getPaper, { params: { uploadId } });
    return state === "waiting" ? undefined : state;
  });
  await supplier.ask(supply.addPaper, { params: { uploadId }, body: { kind: "registration", name: "trade-licence.pdf" } });
}

export const verification: Step = {
  name: "The supplier describes the company; the admin verifies it",
  run: async (world) => {
    const { supplier, otherSupplier, admin } = world.people;
    const orgId = world.made.supplierId ?? "";
    const incomplete = await supplier.attempt(identity.submitMySupplier, {});
    holds(incomplete.status === 409, "an empty application cannot be handed in");
    const draft = {
      ...application,
      families: [...application.families],
      techniques: [...application.techniques],
      certificates: [...application.certificates],
    };
    await supplier.ask(identity.saveMySupplier, { body: { application: draft } });
    const paperless = await supplier.attempt(identity.submitMySupplier, {});
    holds(paperless.status === 409, "nothing is handed in without the registration");
    await sendRegistration(supplier);
    await supplier.ask(identity.submitMySupplier, {});
    const waiting = await admin.ask(identity.listSuppliers, { query: { verification: "pending" } });
    holds(
      waiting.items.some((one) => one.orgId === orgId),
      "the application waits in the admin's list",
    );
    await refused(supplier, identity.verifySupplier, { params: { orgId }, status: 404 });
    await refused(otherSupplier, identity.getSupplier, { params: { orgId }, status: 404 });
    const verified = await admin.ask(identity.verifySupplier, { params: { orgId } });
    holds(verified.verification === "verified", "the supplier is verified");
    await refused(admin, identity.verifySupplier, { params: { orgId }, status: 409 });
    await letter(world, supplier.email, /verified/i);
    return [
      "an empty application: refused with what is missing",
      "without the registration: 409",
      "verifying oneself: 404",
      "verifying twice: 409",
      "the mail about it arrived",
    ];
  },
};

export const floor: Step = {
  name: "The supplier invites somebody from the factory floor",
  run: async (world) => {
    const { supplier, factory } = world.people;
    await supplier.ask(identity.sendInvitation, { body: { email: factory.email, kind: "factory" } });
    const { text } = await letter(world, factory.email, /invite|join/i);
    const [, token = ""] = /#t=([\w-]+)/.exec(text) ?? [];
    await factory.signUp({ password: world.password, name: "Farid Floor", as: "supplier", company: "Farid" });
    await factory.ask(identity.takeInvitation, { body: { token } });
    await factory.renew();
    const me = await factory.ask(identity.getMe, {});
    holds(me.orgId === world.made.supplierId && me.memberKind === "factory", "the seat on the floor is the one that was offered");
    const again = await world.people.otherBuyer.attempt(identity.takeInvitation, { body: { token } });
    holds(again.status >= 400, "the secret works once");
    await refused(factory, identity.sendInvitation, { body: { email: "x@people.example", kind: "factory" }, status: 403 });
    return ["the mailed secret works once", "somebody from the floor inviting others: 403"];
  },
};
