import * as z from "zod";
import { denialOf } from "../ai/content.ts";
import * as AiJob from "../ai-job/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { ownerIdOf } from "../kernel/actor.ts";
import { conflict, forbidden, invalid } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "../upload/index.ts";
import { Deleted } from "./event.ts";
import { type DesignView, DesignWords } from "./model.ts";
import * as policy from "./policy.ts";
import { linkTo } from "./shown.ts";
import * as store from "./store.ts";

export { DesignView, Origin } from "./model.ts";
export { Deleted, Kept } from "./event.ts";

async function viewOf(design: store.Info): Promise<DesignView> {
  const { designId, origin, description, garmentType, palette, width, height, uses, createdAt } = design;
  return {
    designId,
    origin,
    ...(description === undefined ? {} : { description }),
    ...(garmentType === undefined ? {} : { garmentType }),
    palette,
    width,
    height,
    url: await linkTo(design),
    uses,
    createdAt,
  };
}

const refusals = {
  harmful: "We do not have this drawn. Describe the garment without violence, hatred, drugs or nakedness",
  person: "We do not have people who exist drawn. Describe the garment without them",
  brand: "This names somebody else's mark. Describe the look instead; a logo of your own is sent as a file with the order",
} as const;

/** Has a design drawn from words, a garment and its colours. Throws `design.refused` for what is not drawn, before anything is asked or paid. */
export const ask = action(
  { name: "design.ask", effect: "command", input: DesignWords, load: nothing, policy: policy.create },
  async ({ input, actor }): Promise<AiJob.JobView> => {
    const ownerId = ownerIdOf(actor);
    if (!ownerId) throw forbidden("design.ask.forbidden", "Only buyers have designs drawn");
    const denial = denialOf(input.description);
    if (denial) throw invalid("design.refused", refusals[denial], { why: denial });
    const opened = AiJob.opening({ ownerId, task: "design-image", subjectId: newId("design"), input });
    return commit({ about: opened.view.jobId, writes: opened.writes, events: opened.events, reply: opened.view });
  },
);

/** A slot for a picture of a design of one's own; it is a design as soon as it has been checked. */
export const askUpload = action(
  { name: "design.ask_upload", effect: "command", input: z.strictObject({ type: Upload.ImageType }), load: nothing, policy: policy.create },
  async ({ input: { type }, actor }) => {
    const orgId = ownerIdOf(actor);
    if (!orgId) throw forbidden("design.ask_upload.forbidden", "Only buyers send designs");
    return Upload.open({ purpose: "design", subjectId: orgId, orgId, type });
  },
);

const loadSent = async ({ uploadId }: { readonly uploadId: string }) => {
  const ownerId = ownerIdOf(Request.use().actor);
  const upload = ownerId === undefined ? undefined : await Upload.find(ownerId, uploadId);
  return upload?.purpose === "design" ? { ...upload, ownerId: upload.orgId } : undefined;
};

/** Whether a picture of a design has been checked yet, and what was wrong with it. */
export const upload = action(
  { name: "design.upload", effect: "read", input: z.strictObject({ uploadId: id("upload") }), load: loadSent, policy: policy.read },
  async ({ record }) => Upload.viewOf(record),
);

const ById = z.strictObject({ designId: id("design") });
const load = ({ designId }: { readonly designId: string }) => store.find(designId);

/** One design, with a link to its picture. */
export const get = action({ name: "design.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record }) => viewOf(record));

/** The designs of the caller's organisation, newest first. */
export const list = action(
  { name: "design.list", effect: "read", input: PageQuery, load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<DesignView>> => {
    const ownerId = ownerIdOf(actor);
    if (!ownerId) throw forbidden("design.list.forbidden", "You are not allowed to list these");
    const page = await store.listOf(ownerId, input);
    return { ...page, items: await Promise.all(page.items.map(viewOf)) };
  },
);

/** Has the picture of a design of one's own read: garment, making, pattern, print, colours and techniques, as the job's result. */
export const askAnalysis = action(
  { name: "design.ask_analysis", effect: "command", input: ById, load, policy: policy.write },
  async ({ record: { designId, ownerId } }): Promise<AiJob.JobView> => {
    const opened = AiJob.opening({ ownerId, task: "design-analysis", subjectId: designId, input: {} });
    return commit({ about: opened.view.jobId, writes: opened.writes, events: opened.events, reply: opened.view });
  },
);

/** The instant by which a released picture is long since due: the next sweep takes its file. */
const LONG_AGO = "1970-01-01T00:00:00.000Z";

/** Deletes a design; its file goes with the next sweep. Throws `design.in_use` while a quote shows it. */
export const remove = action({ name: "design.delete", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { designId, ownerId, uploadId } = record;
  return commit({
    about: designId,
    writes: [store.removeWrite(record), Upload.releaseWrite({ subjectId: ownerId, uploadId }, LONG_AGO)],
    events: [Deleted({ designId })],
    reply: { designId },
    refused: () => conflict("design.in_use", "A quote shows this design; take it out there first"),
  });
});
