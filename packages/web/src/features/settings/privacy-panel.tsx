import { getPrivacy } from "@sleekapp/contracts/privacy";
import { useState } from "react";
import type { Me } from "../../lib/me.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { CopiesPanel } from "./copies-panel.tsx";
import { ErasurePanel } from "./erasure-panel.tsx";

/** A copy takes seconds; while one is made the page looks again this often. */
const SOON_MS = 3_000;

/** What the reader may ask of us about their own data: a copy, and to be forgotten. */
export function PrivacyPanel({ me }: { readonly me: Me }) {
  const [isWaiting, setWaiting] = useState(false);
  const found = useRead(getPrivacy, {}, { every: isWaiting ? SOON_MS : false });
  const isMaking = found.data?.exports.some(({ state }) => state === "waiting") ?? false;
  if (isMaking !== isWaiting) setWaiting(isMaking);
  if (found.data)
    return (
      <div className="flex flex-col gap-6">
        <CopiesPanel exports={found.data.exports} />
        <ErasurePanel me={me} privacy={found.data} />
      </div>
    );
  return (
    <Panel title="Your data">
      {found.error ? (
        <ErrorPanel error={found.error} title="This could not be read" onRetry={() => void found.refetch()} />
      ) : (
        <Loading label="Loading what you can ask of us">
          <SkeletonText lines={4} />
        </Loading>
      )}
    </Panel>
  );
}
