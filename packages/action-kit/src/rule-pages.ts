import type { Host } from "./host.ts";

/**
 * The folder of the pages about rules, in the actions' own repository at the ref that runs, or undefined where the runner
 * names none: at a terminal, and for a workflow that uses the actions of its own checkout.
 */
export function rulePages({ env }: Pick<Host, "env">): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
  return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs/rules` : undefined;
}
