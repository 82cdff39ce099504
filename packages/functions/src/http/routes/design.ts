import * as jobContract from "@sleekapp/contracts/ai-job";
import * as contract from "@sleekapp/contracts/design";
import * as AiJob from "@sleekapp/core/ai-job";
import * as Design from "@sleekapp/core/design";
import { serve } from "../bind.ts";

/** Designs, over HTTP. */
export const design = [
  serve(contract.askDesign, ({ body }) => Design.ask(body)),
  serve(contract.askDesignUpload, ({ body }) => Design.askUpload(body)),
  serve(contract.getDesignUpload, ({ params }) => Design.upload(params)),
  serve(contract.listDesigns, ({ query }) => Design.list(query)),
  serve(contract.getDesign, ({ params }) => Design.get(params)),
  serve(contract.askDesignAnalysis, ({ params }) => Design.askAnalysis(params)),
  serve(contract.deleteDesign, ({ params }) => Design.remove(params)),
];

/** What models do while nobody waits, over HTTP. */
export const aiJob = [
  serve(jobContract.listAiJobs, ({ query }) => AiJob.list(query)),
  serve(jobContract.getAiJob, ({ params: { aiJobId } }) => AiJob.get({ jobId: aiJobId })),
  serve(jobContract.cancelAiJob, ({ params: { aiJobId } }) => AiJob.cancel({ jobId: aiJobId })),
  serve(jobContract.repeatAiJob, ({ params: { aiJobId } }) => AiJob.again({ jobId: aiJobId })),
];
