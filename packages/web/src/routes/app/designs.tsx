import { listDesigns } from "@sleekapp/contracts/design";
import { DesignCard } from "../../features/design/design-card.tsx";
import { DesignForm } from "../../features/design/design-form.tsx";
import { JobList } from "../../features/design/job-list.tsx";
import { useDrawing } from "../../features/design/reads.ts";
import { SendDesign } from "../../features/design/send-design.tsx";
import { useMe } from "../../lib/me.ts";
import { usePages } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";

/** Designs of one's own: described and drawn by a model, or sent; each can be shown with a quote. */
export function Page() {
  const { data: me } = useMe();
  const mayAct = me !== undefined && me.memberKind !== "viewer";
  return (
    <>
      <PageHeader title="Design studio">
        <p className="measure">
          Describe a garment and have it drawn, or send a picture of your own. Only your company sees it, until you show it with a quote.
        </p>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
        {mayAct ? (
          <div className="flex flex-col gap-6">
            <Panel title="Describe a design">
              <DesignForm />
            </Panel>
            <Panel title="Send a picture">
              <SendDesign />
            </Panel>
          </div>
        ) : null}
        <Designs mayAct={mayAct} />
      </div>
    </>
  );
}

function Designs({ mayAct }: { readonly mayAct: boolean }) {
  const drawing = useDrawing();
  const designs = usePages(listDesigns);
  const error = designs.error ?? (drawing.data ? null : drawing.error);
  const retry = () => {
    designs.retry();
    void drawing.refetch();
  };
  return (
    <section aria-labelledby="own-designs" className="flex min-w-0 flex-col gap-4">
      <h2 id="own-designs" className="text-read font-semibold">
        Your designs
      </h2>
      {mayAct ? <JobList jobs={drawing.jobs} /> : null}
      {error ? <ErrorPanel error={error} title="Your designs could not be read" onRetry={retry} /> : <Grid designs={designs} mayAct={mayAct} />}
    </section>
  );
}

type GridProps = { readonly designs: ReturnType<typeof usePages<typeof listDesigns>>; readonly mayAct: boolean };

function Grid({ designs: { items, more }, mayAct }: GridProps) {
  if (!items)
    return (
      <Loading label="Loading your designs">
        <SkeletonText lines={6} />
      </Loading>
    );
  if (items.length === 0) return <EmptyState title="No designs yet">Describe one, or send a picture; it appears here.</EmptyState>;
  return (
    <>
      <ul aria-label="Your designs" className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((design) => (
          <DesignCard key={design.designId} design={design} mayAct={mayAct} />
        ))}
      </ul>
      <LoadMore more={more} shown={`${items.length} shown`} />
    </>
  );
}
