import {
  comparePublic,
  compareRelease,
  compareVersions,
  formatVersion,
  parseVersion,
  type Version,
} from "./pep440.ts";

/** One condition on a version: `>=1.0`. conda's `=1.9` (that version and all below it) has the operator `=`. */
export interface Clause {
  operator: string;
  version: string;
}

/**
 * Whether a version that is already there fulfils every condition, as PEP 440 compares: `1.9.1` does not fulfil
 * `==1.9.1+cu111`, `1.9.1+cu111` does fulfil `==1.9.1`. Pre-releases count, as they do for what is installed.
 * Undefined where a text is no version and nothing else decides.
 */
export function satisfies(version: string, clauses: readonly Clause[]): boolean | undefined {
  const parsed = parseVersion(version);
  let unknown = false;
  for (const clause of clauses) {
    const holds = fulfils(version, parsed, clause);
    if (holds === false) return false;
    if (holds === undefined) unknown = true;
  }
  return unknown ? undefined : true;
}

/** The one version that a requirement allows, apart from local labels: of `==1.9.1` and `===1.9.1`; undefined for ranges. */
export function exactVersion(clauses: readonly Clause[]): string | undefined {
  return clauses.find(
    ({ operator, version }) => (operator === "==" || operator === "===") && !/[*$`]/.test(version),
  )?.version;
}

/** Whether packaging takes it: an operator with a version that this operator may have. */
export function isSpecifier({ operator, version }: Clause): boolean {
  if (operator === "===") return version !== "" && !/[\s;)]/.test(version);
  if (version.endsWith(".*"))
    return /^[!=]=$/.test(operator) && /^v?(?:\d+!)?\d+(?:\.\d+)*\.\*$/i.test(version);
  // Nearly every version; the rest takes ten times as long.
  if (/^\d{1,9}(?:\.\d{1,9}){0,5}$/.test(version))
    return /^(?:[=!]=|<=?|>=?)$/.test(operator) || (operator === "~=" && version.includes("."));
  const parsed = parseVersion(version);
  if (parsed === undefined) return false;
  if (operator === "==" || operator === "!=") return true;
  if (operator === "~=" && parsed.release.length < 2) return false;
  return parsed.local.length === 0 && /^(?:~=|<=?|>=?)$/.test(operator);
}

function fulfils(text: string, version: Version | undefined, clause: Clause): boolean | undefined {
  const { operator } = clause;
  if (operator === "===") {
    const wanted = clause.version.toLowerCase();
    return (version ? formatVersion(version) : text.toLowerCase()) === wanted;
  }
  if (version === undefined) return undefined;
  if (operator === "=") return withPrefix(version, clause.version.replace(/\.?\*$/, ""));
  if (!isSpecifier(clause)) return undefined;
  if (clause.version.endsWith(".*")) {
    const holds = withPrefix(version, clause.version.slice(0, -2));
    return holds === undefined ? undefined : holds === (operator === "==");
  }
  const wanted = parseVersion(clause.version);
  return wanted && compared(version, operator, wanted);
}

function compared(version: Version, operator: string, wanted: Version): boolean | undefined {
  switch (operator) {
    case "==":
      return isSame(version, wanted);
    case "!=":
      return !isSame(version, wanted);
    case "<=":
      return comparePublic(version, wanted) <= 0;
    case ">=":
      return comparePublic(version, wanted) >= 0;
    case "<":
      return compareVersions(version, wanted) < 0 && !isPreOf(version, wanted);
    case ">":
      return comparePublic(version, wanted) > 0 && !isPostOf(version, wanted);
    case "~=":
      return comparePublic(version, wanted) >= 0 && withPrefix(version, parent(wanted));
    default:
      return undefined;
  }
}

function isSame(version: Version, wanted: Version): boolean {
  return (wanted.local.length > 0 ? compareVersions : comparePublic)(version, wanted) === 0;
}

/** 1.0rc1 is not below 1.0, nor 1.0.post1.dev1 below 1.0.post1, unless a pre-release was asked about. */
function isPreOf(version: Version, wanted: Version): boolean {
  if (wanted.pre || wanted.dev !== undefined || !sameBase(version, wanted)) return false;
  if (wanted.post === undefined) return version.pre !== undefined || version.dev !== undefined;
  return version.pre === undefined && version.post === wanted.post && version.dev !== undefined;
}

/** 1.0.post1 is not above 1.0, unless a post-release was asked about. */
function isPostOf(version: Version, wanted: Version): boolean {
  const { pre } = version;
  if (version.post === undefined || wanted.post !== undefined || wanted.dev !== undefined) return false;
  return sameBase(version, wanted) && pre?.kind === wanted.pre?.kind && pre?.number === wanted.pre?.number;
}

function sameBase(a: Version, b: Version): boolean {
  return a.epoch === b.epoch && compareRelease(a.release, b.release) === 0;
}

/** `~=1.4.5` goes on with every 1.4. */
function parent({ epoch, release }: Version): string {
  return `${epoch}!${release.slice(0, -1).join(".")}`;
}

/** Whether it begins as `prefix` does, part by part: 1.10 does not begin with 1.1. */
function withPrefix(version: Version, prefix: string): boolean | undefined {
  const wanted = parseVersion(prefix);
  if (wanted === undefined) return undefined;
  const padded = [...version.release];
  while (padded.length < wanted.release.length) padded.push(0);
  const have = parts({ ...version, release: padded });
  return parts(wanted).every((part, index) => have[index] === part);
}

function parts({ epoch, release, pre, post, dev }: Version): (string | number)[] {
  return [
    epoch,
    ...release,
    ...(pre ? [`${pre.kind}${pre.number}`] : []),
    ...(post === undefined ? [] : [`post${post}`]),
    ...(dev === undefined ? [] : [`dev${dev}`]),
  ];
}
