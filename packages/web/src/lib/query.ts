import { QueryClient, keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Route } from "@sleekapp/contracts/route";
import { useRef } from "react";
import { type CallOptions, type Input, type Output, call, fetchPage } from "./api.ts";
import { ApiError } from "./api-error.ts";

/** One cache for the page's life; reads are repeated by `call`, not here. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true }, mutations: { retry: false } } });

/** How often a live page asks again while it is visible; the promise to people is 20 seconds. */
export const LIVE_MS = 15_000;

type ReadOptions = Pick<CallOptions, "credentials"> & {
  /** Ask again every 15 s while the page is visible. */
  readonly live?: boolean | undefined;
  readonly enabled?: boolean | undefined;
  /** Show the previous answer while the input changes: for lists under a filter, never for another record. */
  readonly keep?: boolean | undefined;
  /** Ask again this often, in ms, while the answer says there is something to wait for. */
  readonly every?: number | false | undefined;
};

const paceOf = ({ every, live }: ReadOptions): number | false => every ?? (live ? LIVE_MS : false);

/** The cache key of a read: its operation first, so that `invalidate(route)` reaches every input of it. */
export const keyOf = <R extends Route>(route: R, input?: Input<R>): readonly unknown[] =>
  input === undefined ? [route.operationId] : [route.operationId, input];

/** Reads a route through the cache; `error` is an ApiError that ErrorPanel can show. */
export function useRead<R extends Route>(route: R, input: Input<R>, options: ReadOptions = {}) {
  return useQuery<Output<R>>({
    queryKey: [...keyOf(route, input), options.credentials ?? null],
    queryFn: ({ signal }) => call(route, input, { signal, ...(options.credentials ? { credentials: options.credentials } : {}) }),
    enabled: options.enabled ?? true,
    refetchInterval: paceOf(options),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

type Page<T> = { readonly items: readonly T[]; readonly nextCursor?: string | undefined };
type Cursored = Readonly<Record<string, unknown>>;
type ItemOf<P> = P extends Page<infer T> ? T : never;

/**
 * Reads a list page by page. `items` is everything loaded so far (undefined before the first page); `first` is the
 * first page as it was answered, with totals and facets where a list has them; `more` is there while the server has
 * another page, ready for `DataTable` and `LoadMore`. Empty filters are left out.
 */
export function usePages<R extends Route>(route: R, query: Cursored = {}, options: ReadOptions & { readonly params?: unknown } = {}) {
  const found = useInfiniteQuery({
    queryKey: [...keyOf(route), { query, params: options.params ?? null }],
    queryFn: async ({ pageParam, signal }): Promise<Output<R> & Page<ItemOf<Output<R>>>> =>
      fetchPage(route, { params: options.params, query: { ...query, cursor: pageParam } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor,
    enabled: options.enabled ?? true,
    refetchInterval: paceOf(options),
    placeholderData: keepPreviousData,
  });
  return {
    items: found.data?.pages.flatMap((page) => page.items),
    first: found.data?.pages[0],
    error: found.data ? null : found.error,
    retry: () => void found.refetch(),
    busy: found.isFetching,
    /** True while what is shown still answers the filter before. */
    behind: found.isPlaceholderData,
    more: found.hasNextPage ? { load: () => void found.fetchNextPage(), busy: found.isFetchingNextPage } : undefined,
  };
}

/**
 * A command with one idempotency key per intent: a repeat of the same input after a failure carries the same key,
 * a changed input or a repeat after success carries a new one. `refresh` names the reads that are out of date afterwards.
 */
export function useCommand<R extends Route>(
  route: R,
  options: {
    readonly refresh?: readonly Route[];
    readonly onSuccess?: (answer: Output<R>, input: Input<R>) => void;
    readonly credentials?: CallOptions["credentials"];
  } = {},
) {
  const client = useQueryClient();
  const intent = useRef<{ readonly input: string; readonly key: string } | undefined>(undefined);
  return useMutation<Output<R>, Error, Input<R>>({
    mutationFn: (input) => {
      const text = JSON.stringify(input);
      if (intent.current?.input !== text) intent.current = { input: text, key: crypto.randomUUID() };
      return call(route, input, { idempotencyKey: intent.current.key, ...(options.credentials ? { credentials: options.credentials } : {}) });
    },
    onSuccess: async (answer, input) => {
      intent.current = undefined;
      options.onSuccess?.(answer, input);
      await Promise.all((options.refresh ?? []).map((read) => client.invalidateQueries({ queryKey: keyOf(read) })));
    },
    onError: (error) => {
      // A refusal is a final answer to this key; what follows is a new intent.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) intent.current = undefined;
    },
  });
}
