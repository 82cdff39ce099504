import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { ApiError } from "../lib/api-error.ts";
import { homeOf, roleOf, useMe } from "../lib/me.ts";
import { safeNext } from "../lib/next.ts";
import { useSession } from "../lib/session.ts";
import type { Audience } from "../routes.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, Skeleton, SkeletonText } from "../ui/feedback.tsx";
import { Forbidden } from "./forbidden.tsx";

/** Lets a page show itself only to whom it is for; the API decides again about every record. */
export function Guard({ audience, children }: { readonly audience: Audience; readonly children: ReactNode }) {
  if (audience === "everyone") return children;
  return audience === "signed-out" ? <SignedOut>{children}</SignedOut> : <SignedIn audience={audience}>{children}</SignedIn>;
}

function SignedOut({ children }: { readonly children: ReactNode }) {
  const { signedIn } = useSession();
  const { data: me } = useMe();
  const { search } = useLocation();
  if (!signedIn || !me) return children;
  return <Navigate to={safeNext(new URLSearchParams(search).get("next"), homeOf(roleOf(me)))} replace />;
}

function SignedIn({ audience, children }: { readonly audience: Audience; readonly children: ReactNode }) {
  const { signedIn } = useSession();
  const me = useMe();
  const { pathname, search, hash } = useLocation();
  if (!signedIn) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`} replace />;
  // An admin is none until an authenticator app is set up; nothing else can be shown before.
  if (me.error instanceof ApiError && me.error.code === "second_factor.required")
    return <Navigate to={`/second-factor?next=${encodeURIComponent(pathname + search + hash)}`} replace />;
  if (me.error && !me.data) return <ErrorPanel error={me.error} title="We could not read your account" onRetry={() => void me.refetch()} />;
  if (!me.data) return <PageSkeleton />;
  if (audience !== "signed-in" && !audience.includes(roleOf(me.data))) return <Forbidden />;
  return children;
}

/** The shape of a page before anything is known about it. */
export const PageSkeleton = () => (
  <Loading label="Loading the page" className="flex flex-col gap-6">
    <Skeleton className="h-8 w-64" />
    <SkeletonText lines={4} />
  </Loading>
);
