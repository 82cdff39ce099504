import * as z from "zod";
import * as AiJob from "../ai-job/index.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id, prefixes } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "../upload/index.ts";
import { Kept } from "./event.ts";
import { DesignWords } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const Looked = z.strictObject({ ownerId: z.string(), uploadId: id("upload") });
const load = ({ ownerId, uploadId }: z.output<typeof Looked>) => Upload.find(ownerId, uploadId);

const notReady = () => conflict("upload.not_ready", "A picture has not been checked yet, or was refused");

/** A picture that was sent is one design, however often it is looked at. */
const designOf = (uploadId: string): string => uploadId.replace(/^[a-z]+/, prefixes.design);

/** The picture of an upload that has been looked at; throws `upload.not_ready` for any other. */
function pictureOf({ uploadId, state, key, width, height }: Upload.Info) {
  if (state !== "ready" || key === undefined || width === undefined || height === undefined) throw notReady();
  return { uploadId, key, width, height };
}

/** What a design says of itself: the words it was drawn from, or nothing. */
const saidOf = (job: AiJob.Info | undefined) => (job ? { ...DesignWords.parse(job.input), jobId: job.jobId } : { palette: [] });

/** Keeps a picture that has been looked at as a design; one that was drawn ends its job, unless the job was stopped: then nothing is kept. */
export const keep = action(
  { name: "design.keep", effect: "command", input: Looked, load, policy: policy.work },
  async ({ input: { ownerId, uploadId }, record: upload }) => {
    const picture = pictureOf(upload);
    const job = upload.jobId === undefined ? undefined : await AiJob.find(upload.jobId);
    const designId = job?.subjectId ?? designOf(uploadId);
    const origin = job ? ("model" as const) : ("upload" as const);
    const writes = [
      store.createWrite({ ...saidOf(job), ...picture, designId, ownerId, origin, uses: 0, createdAt: nowIso() }),
      Upload.adoptWrite(upload),
    ];
    const events = [Kept({ designId, origin })];
    if (job) return AiJob.finishes(job, { result: { kind: "design", designId }, source: "model", with: writes, events });
    return commit({ about: designId, writes, events, reply: null, refused: () => conflict("design.kept", "This design has been kept already") });
  },
);
