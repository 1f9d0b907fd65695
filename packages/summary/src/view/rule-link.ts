import type { Finding } from "@mia/step-result";

/**
 * The address of the page about a finding's rule, or undefined where there is none. `rulePages` is the folder of the pages
 * in the actions' own repository, at the commit that runs; only rules with a code have a page.
 */
export function ruleLink(
  rulePages: string | undefined,
  { code, rule }: Pick<Finding, "code" | "rule">,
): string | undefined {
  if (rulePages === undefined || code === undefined) return undefined;
  const isGood =
    /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._-]+)+$/.test(rulePages) &&
    !/\/\.{1,2}(?:\/|$)/.test(rulePages) &&
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rule);
  return isGood ? `${rulePages}/${rule}.md` : undefined;
}
