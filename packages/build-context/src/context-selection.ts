/** What the stages of a build ask of its context. */
export interface ContextSelection {
  /** The whole context is asked for, by `COPY .` or its like. */
  everything: boolean;
  /**
   * What COPY, ADD and bind mounts name, relative to the context; wildcards as written. What `--exclude` names stays out of the
   * image, but the builder fetches it all the same (tried with BuildKit 0.25).
   */
  sources: {
    path: string;
    excludes: string[];
    /** Of `--parents`: nobody here has seen what the builder makes of it where nothing is there. */
    mayBeMissing?: true;
  }[];
}
