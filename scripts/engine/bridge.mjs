// A bridge of the private engine's own. Without one dockerd uses (and at its end removes) `docker0`, which may be
// another engine's; with `"bridge": "none"` dockerd removes `docker0` too and every RUN fails with "network bridge not found".
// The bridge leads nowhere: no address translation, no firewall rules. What runs on it has no internet, on purpose.
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { command } from "./command.mjs";

/**
 * Makes the bridge anew. The programs' busybox is used for `ip`, since a bare machine may have none.
 * @param {import("./place.mjs").Place} place
 */
export async function makeBridge(place) {
  await removeBridge(place);
  const ip = (/** @type {string[]} */ ...args) =>
    command(path.join(place.bin, "busybox"), ["ip", ...args], { seconds: 10 });
  await ip("link", "add", "name", place.bridge, "type", "bridge");
  await ip("address", "add", `${freeAddress(place.id)}/24`, "dev", place.bridge);
  await ip("link", "set", place.bridge, "up");
}

/** @param {import("./place.mjs").Place} place */
export async function removeBridge(place) {
  // Not networkInterfaces(), which leaves out an interface without addresses.
  if (!existsSync(`/sys/class/net/${place.bridge}`)) return;
  await command(path.join(place.bin, "busybox"), ["ip", "link", "delete", place.bridge], { seconds: 10 });
}

/**
 * An address in 198.18.0.0/16, kept by RFC 2544 for bench tests and so on nobody's network.
 * @param {string} id picks the network, so that two cache folders' engines rarely meet
 */
function freeAddress(id) {
  const taken = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  );
  for (let step = 0; step < 256; step += 1) {
    const net = `198.18.${(Number.parseInt(id.slice(0, 2), 16) + step) % 256}.`;
    if (!taken.some((address) => address.startsWith(net))) return `${net}1`;
  }
  throw new Error("every network of 198.18.0.0/16 is taken on this machine");
}
