import { duration, flag, lines, optionalText, text } from "@mia/action-kit";

export const inputs = {
  models: lines({
    description:
      "Models to lock, one a line: folders or slugs. Default: all under images-dir. The others keep what the lock holds of them.",
    placeholder: "MODEL",
  }),
  "images-dir": text({
    description: "Folder whose subfolders are the image folders.",
    default: "images",
    placeholder: "FOLDER",
  }),
  "lock-file": optionalText({
    description: "The lock file. Default: models.lock.yaml in images-dir.",
    placeholder: "FILE",
  }),
  check: flag({
    description:
      "Writes nothing, and fails where the files or the servers no longer say what the lock holds.",
    default: false,
  }),
  update: flag({
    description: "Asks again for everything. Without it only what the lock lacks is asked for.",
    default: false,
  }),
  offline: flag({
    description: "Asks nobody over the network. What that leaves unverified is named.",
    default: false,
  }),
  timeout: duration({
    description:
      "Limit for asking about Python packages, such as 30m; pip may have to fetch them to hash them. Default: 20m.",
  }),
};
