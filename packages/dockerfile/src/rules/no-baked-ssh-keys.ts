import type { Rule } from "../rule.ts";
import { copiedKeys, keysInFolders } from "../ssh-keys/copied-keys.ts";
import { hostKeys } from "../ssh-keys/host-keys.ts";
import { madeKeys } from "../ssh-keys/made-keys.ts";
import { writtenKeys } from "../ssh-keys/written-keys.ts";

export const noBakedSshKeys: Rule = {
  code: "MIA307",
  id: "no-baked-ssh-keys",
  description:
    "The image holds no private SSH key: neither the host's, which every container would share, nor a person's.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  *check(image) {
    yield* hostKeys(image);
    yield* madeKeys(image);
    yield* copiedKeys(image);
    yield* keysInFolders(image);
    yield* writtenKeys(image);
  },
};
