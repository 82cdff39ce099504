/** An IPv6 address or network has its first 48 bits in three groups, which `::` may cut short. */
function sixOf(address: string): string {
  const [head = "", tail] = address.split("/")[0]?.split("::") ?? [];
  const groups = head.split(":").filter(Boolean);
  const front = tail === undefined ? groups : [...groups, "0", "0", "0"];
  return `${front
    .slice(0, 3)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")}::/48`;
}

/**
 * Where a call came from, as it is kept: the network of some 256 lines (IPv4 /24) or of one customer (IPv6 /48), never the address
 * itself. It tells a burst from a crowd and one country from another, and names nobody.
 */
export function sourceOf(address: string): string | undefined {
  if (address.includes(":")) return sixOf(address);
  const [, network] = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address) ?? [];
  return network === undefined ? undefined : `${network}.0/24`;
}
