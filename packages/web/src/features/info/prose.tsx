import { type JSX, type ReactNode, createElement } from "react";
import type { DocNode } from "../../content/index.ts";
import { Link } from "../../ui/button.tsx";

type Element = Exclude<DocNode, string>;

const classes: Readonly<Record<string, string>> = {
  h2: "mt-10 mb-3 scroll-mt-6 font-serif text-head font-semibold tracking-tight first:mt-0",
  h3: "mt-6 mb-2 text-lead font-semibold",
  p: "my-3",
  ul: "my-3 list-disc space-y-1.5 pl-5 marker:text-ink-3",
  ol: "my-3 list-decimal space-y-1.5 pl-5 marker:text-ink-3",
  table: "tnum w-full text-body",
  th: "border-b border-control py-2 pr-4 text-left align-bottom font-medium text-ink-2",
  td: "border-b border-line py-2 pr-4 align-top",
  blockquote: "my-4 border-l-3 border-line pl-4 text-ink-2",
  hr: "my-8 border-line",
  strong: "font-semibold",
};

const children = (nodes: readonly DocNode[]): ReactNode[] =>
  nodes.map((node, index) => (typeof node === "string" ? node : <Piece key={index} node={node} />));

function Piece({ node }: { readonly node: Element }): JSX.Element {
  if (node.tag === "a" && node.href?.startsWith("/")) return <Link to={node.href}>{children(node.children)}</Link>;
  const attributes = {
    ...(node.id ? { id: node.id } : {}),
    ...(node.href ? { href: node.href, rel: "noopener" } : {}),
    className: classes[node.tag],
  };
  const element = createElement(node.tag, attributes, ...(node.children.length > 0 ? children(node.children) : []));
  return node.tag === "table" ? <div className="my-4 overflow-x-auto">{element}</div> : element;
}

/** A written page as React elements; there is no HTML string in between. */
export const Prose = ({ nodes }: { readonly nodes: readonly DocNode[] }) => <div className="measure min-w-0 text-read">{children(nodes)}</div>;

const words = (nodes: readonly DocNode[]): string => nodes.map((node) => (typeof node === "string" ? node : words(node.children))).join("");

/** The sections of a page with more than two of them. */
export function Contents({ nodes }: { readonly nodes: readonly DocNode[] }) {
  const sections = nodes.filter((node): node is Element => typeof node !== "string" && node.tag === "h2");
  if (sections.length < 3) return null;
  return (
    <nav aria-label="On this page" data-print="none" className="order-first self-start border-l border-line pl-4 lg:sticky lg:top-6 lg:order-none">
      <ul className="space-y-1.5 text-body">
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#${section.id}`} className="text-ink-2 hover:text-ink hover:underline">
              {words(section.children)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
