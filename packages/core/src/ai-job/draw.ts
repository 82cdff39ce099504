import type * as z from "zod";
import * as Ai from "../ai/index.ts";
import type { PictureTask } from "../ai/picture-task.ts";
import { unavailable } from "../kernel/error.ts";
import { idFrom } from "../kernel/id.ts";
import { sha256 } from "../ports/crypto.ts";
import * as Upload from "../upload/index.ts";
import type { Purpose } from "../upload/model.ts";
import type { Info } from "./store.ts";
import { begin, drawn, fails, isPassing, reasonOf, stillRunning, waits } from "./work.ts";

/** One delivery of a job's message: which start of it, and whether there will be no other. */
export type Turn = { readonly jobId: string; readonly run: number; readonly isLast: boolean };

/** The largest seed the model takes. */
const MAX_SEED = 858_993_459;

/** Every start of a job is another picture, and a try of the same start is the same one. */
const seedOf = (hash: string): number => Number.parseInt(hash.slice(0, 10), 16) % (MAX_SEED + 1);

type Drawing<I extends z.ZodType> = {
  readonly task: PictureTask<I>;
  readonly inputOf: (job: Info) => z.input<I>;
  /** What the picture is for, and the record that it is looked at for. */
  readonly placeOf: (job: Info) => { readonly purpose: Purpose; readonly subjectId: string };
};

/**
 * Has the picture of a job drawn and puts it where pictures are looked at; with the verdict the job is done. Throws `ai_job.waiting` while
 * the model has no room and there are tries left, and `ai_job.over` for a job that was stopped meanwhile.
 */
export async function drawFor<I extends z.ZodType>(turn: Turn, { task, inputOf, placeOf }: Drawing<I>): Promise<Ai.Drawn> {
  const job = await begin(turn);
  const { jobId, run, attempts, ownerId, subjectId } = job;
  const fingerprint = sha256(`${jobId}#${run}`);
  const keep = async (bytes: Uint8Array) => {
    await stillRunning(job);
    const uploadId = idFrom("upload", Date.parse(job.createdAt), fingerprint);
    await Upload.receive({ ...placeOf(job), uploadId, orgId: ownerId, jobId, origin: "model", bytes });
  };
  const about = { key: `${jobId}#${run}#${attempts}`, ownerId, subjectId };
  const said = await Ai.draw(task, inputOf(job), { about, seed: seedOf(fingerprint), keep });
  if (said.outcome === "answered") await drawn(job);
  else if (isPassing(said.outcome) && !turn.isLast) {
    await waits(job);
    throw unavailable("ai_job.waiting", "The model has no room now; the job is tried again");
  } else await fails(job, reasonOf(said.outcome));
  return said;
}
