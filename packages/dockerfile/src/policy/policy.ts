/** What a team promises of its images beyond what is true of every image. An absent entry promises nothing. */
export interface Policy {
  /** How findings and records call it. */
  name: string;
  /** The account a container runs as. `uid` counts because volumes are mounted for it. */
  user?: { name: string; uid: number };
  /** Stages somebody runs besides the last one. */
  targets: readonly string[];
  /** Absolute folder in the image that the user owns, such as /app. */
  appFolder?: string;
  /** Registries (and path prefixes) that FROM may name: `docker.io/pytorch`, `ghcr.io`. */
  registries?: readonly string[];
  /** The GPUs the image must run on: `RTX 4090`, `sm_86` or `8.6`. */
  gpus?: readonly string[];
  /** The most a build context may hold after .dockerignore, in MiB. */
  contextBudgetMiB?: number;
  /** FROM must name a digest. */
  requireDigest: boolean;
  /** The MMCV wheel index every image must use, as the part behind `/mmcv/dist/`: `cu111/torch1.9`. */
  mmcvIndex?: string;
  /** Folders in the image where a model's configuration may stand. */
  configFolders?: readonly string[];
  /** A Markdown file whose table names each model's versions. Relative to the workspace. */
  matrix?: { file: string };
  /** Port 22 may be exposed, provided that sshd takes keys only. */
  allowSshPort: boolean;
  /** Weigh rules differently, or leave them out. Keys are ids or codes. */
  rules: Readonly<Record<string, "error" | "warning" | "info" | "off">>;
  /** Rules that no comment in a file may silence. */
  enforced: readonly string[];
}
