import { clsx } from "clsx";
import { Heart } from "lucide-react";
import { useLocation, useNavigate } from "react-router";
import { Button, IconButton } from "../../ui/button.tsx";
import { rememberHeart } from "./pending.ts";
import { useHeart, useKeeper } from "./saved.ts";

type HeartProps = {
  readonly product: { readonly productId: string; readonly title: string };
  /** On a card only the heart; beside a title the word too. */
  readonly look: "card" | "word";
};

/** Saves a product, or takes it off again. Who is not signed in is led there and back, and then it is saved. */
export function SavedHeart({ product, look }: HeartProps) {
  const keeper = useKeeper();
  const heart = useHeart(product);
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  if (keeper === "other") return null;
  const press = () => {
    if (keeper !== "visitor") return heart.press();
    rememberHeart(product);
    return void navigate(`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`);
  };
  const icon = <Heart size={18} aria-hidden="true" className={clsx(heart.pressed && "fill-madder text-madder")} />;
  const wiring = { "aria-pressed": heart.pressed, onClick: press } as const;
  if (look === "card")
    return <IconButton name={`Save ${product.title}`} icon={icon} {...wiring} className="rounded-full border border-line bg-surface" />;
  return (
    <Button {...wiring} aria-label={`Save ${product.title}`}>
      {icon} Save
    </Button>
  );
}
