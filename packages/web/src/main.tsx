import "./lib/zod-setup.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { makeQueryClient } from "./lib/query.ts";
import { makeReady } from "./ready.ts";
import { routeTree } from "./router.tsx";
import "./styles/app.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");

const client = makeQueryClient();
const routes = routeTree();

const app = () => (
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </QueryClientProvider>
  </StrictMode>
);

// A prerendered page is read while its script comes, and then taken over as it stands.
if (root.hasChildNodes()) {
  await makeReady(routes, location.pathname, client);
  hydrateRoot(root, app());
} else createRoot(root).render(app());
