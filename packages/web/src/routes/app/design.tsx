import { getDesign } from "@sleekapp/contracts/design";
import type { DesignView } from "@sleekapp/core/design/model";
import { useParams } from "react-router";
import { designName } from "../../features/design/design-card.tsx";
import { ReadPicture } from "../../features/design/read-picture.tsx";
import { useMe } from "../../lib/me.ts";
import { useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";

/** One design, and what its picture shows: read by a model, looked over by its owner, and then taken into a quote. */
export function Page() {
  const { id = "" } = useParams();
  const found = useRead(getDesign, { params: { designId: id } });
  if (found.data) return <Design design={found.data} />;
  return found.error ? <PageError error={found.error} onRetry={() => void found.refetch()} /> : <PageSkeleton />;
}

function Design({ design }: { readonly design: DesignView }) {
  const { designId, description, url, width, height } = design;
  const { data: me } = useMe();
  return (
    <>
      <PageHeader title="Design" parent={{ label: "Design studio", to: "/app/designs" }}>
        {description ? <p className="measure wrap-anywhere">{description}</p> : null}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <img
          src={url}
          alt={`Design: ${designName(design)}`}
          width={width}
          height={height}
          className="max-h-[70dvh] w-full rounded-panel border border-line bg-sunken object-contain"
        />
        <Panel title="What the picture shows">
          <ReadPicture designId={designId} mayAct={me !== undefined && me.memberKind !== "viewer"} />
        </Panel>
      </div>
    </>
  );
}
