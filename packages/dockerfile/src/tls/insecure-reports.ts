import type { Location } from "@mia/step-result";
import type { Report } from "../rule.ts";

/** For good: every later download of every container. */
export function forGood(what: string, place: Location): Report {
  return {
    message: `${what}: every program in the container that asks for it takes what anybody on the way sends, from now on`,
    remedy:
      "Take it out. For a server with a certificate of your own, install that certificate (`update-ca-certificates`).",
    locations: [place],
  };
}

/** For one download of the build. */
export function once(what: string, place: Location): Report {
  return {
    message: `${what}: whoever is on the way can send something else, and it becomes part of the image`,
    remedy:
      "Take it out; where a certificate is not known, install `ca-certificates` first. Or check what came against a sha256.",
    locations: [place],
    severity: "warning",
  };
}

/** For good, but of one mirror that the image's people chose, and for pip alone. */
export function ofOneHost(host: string, place: Location): Report {
  return {
    message: `pip is told to trust ${host.slice(0, 100)} without its certificate: whoever is on the way there can send other packages, now and in every container`,
    remedy:
      "Take it out where the server has a certificate that everybody knows; otherwise install its own (`update-ca-certificates`).",
    locations: [place],
    severity: "warning",
  };
}
