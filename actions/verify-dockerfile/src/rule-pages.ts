/**
 * Where the pages of the rules stand: in the repository the action was taken from, at the ref it was taken at. Outside
 * a workflow, and for an action of the checkout itself, in the repository the workflow runs for.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function rulePages(env: Readonly<Record<string, string | undefined>>): string {
  const server = env.GITHUB_SERVER_URL || "https://github.com";
  const [repository, ref] = env.GITHUB_ACTION_REPOSITORY
    ? [env.GITHUB_ACTION_REPOSITORY, env.GITHUB_ACTION_REF]
    : [env.GITHUB_REPOSITORY, env.GITHUB_SHA];
  return `${server}/${repository || "OWNER/model-image-actions"}/blob/${ref || "HEAD"}/docs/rules`;
}
