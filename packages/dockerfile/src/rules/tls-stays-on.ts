import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { checksFile } from "../stages/checksums.ts";
import { expand } from "../stages/expand.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { type FileWrite, writesTo } from "../stages/file-write.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";

export const tlsStaysOn: Rule = {
  code: "MIA310",
  id: "tls-stays-on",
  description: "No download, and no program of the image, takes what somebody on the way may have changed.",
  severity: "error",
  confidence: "high",
  since: "0.2.0",
  *check(image) {
    yield* inVariables(image);
    yield* inCommands(image);
    yield* inFiles(image);
  },
};

/** For good: every later download of every container. */
function forGood(what: string, place: Location): Report {
  return {
    message: `${what}: every program in the container that asks for it takes what anybody on the way sends, from now on`,
    remedy:
      "Take it out. For a server with a certificate of your own, install that certificate (`update-ca-certificates`).",
    locations: [place],
  };
}

/** For one download of the build. */
function once(what: string, place: Location): Report {
  return {
    message: `${what}: whoever is on the way can send something else, and it becomes part of the image`,
    remedy:
      "Take it out; where a certificate is not known, install `ca-certificates` first. Or check what came against a sha256.",
    locations: [place],
    severity: "warning",
  };
}

/** For good, but of one mirror that the image's people chose, and for pip alone. */
function ofOneHost(host: string, place: Location): Report {
  return {
    message: `pip is told to trust ${host.slice(0, 100)} without its certificate: whoever is on the way there can send other packages, now and in every container`,
    remedy:
      "Take it out where the server has a certificate that everybody knows; otherwise install its own (`update-ca-certificates`).",
    locations: [place],
    severity: "warning",
  };
}

/** Whether hosts that pip trusts are others than PyPI's, which are where nearly everything comes from. */
function isMirror(hosts: string): boolean {
  return !/pypi\.(?:org|python\.org)|pythonhosted\.org/i.test(hosts);
}

/** Variables that switch checks off, and the values that do. */
const variables: Record<string, RegExp> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?!(?:0|false|no|off)$)./i,
  PIP_TRUSTED_HOST: /./,
  UV_INSECURE_HOST: /./,
  CONDA_SSL_VERIFY: /^(?:0|false|no|off)$/i,
  NPM_CONFIG_STRICT_SSL: /^(?:0|false)$/i,
};

function* inVariables(image: Image): Generator<Report> {
  for (const { steps } of image.stages) {
    for (const step of steps) {
      const { keyword, assignments } = step.instruction.trigger ?? step.instruction;
      if (keyword !== "ENV" && keyword !== "ARG") continue;
      for (const { name, value = "", position } of assignments) {
        const pattern = Object.hasOwn(variables, name.toUpperCase())
          ? variables[name.toUpperCase()]
          : undefined;
        const { value: given, unknown } = expand(value, step.variables, image.dockerfile.escapeMark);
        if (pattern === undefined || unknown.length > 0 || !pattern.test(given)) continue;
        // What an ARG says ends with the build.
        const isHost = /_HOST$/i.test(name) && isMirror(given);
        if (keyword === "ENV" && isHost) {
          yield ofOneHost(given, image.at(position));
          continue;
        }
        const say = keyword === "ENV" ? forGood : once;
        yield say(`${name} switches the check of certificates off`, image.at(position));
      }
    }
  }
}

function* inCommands(image: Image): Generator<Report> {
  const inScripts = scriptCommands(image);
  const checked = new Set(
    [...image.commands, ...inScripts].filter(checksFile).map(({ step }) => step.instruction),
  );
  const said = new Map<unknown, Set<string>>();
  for (const command of [...image.commands, ...inScripts]) {
    const found = switchedOff(command);
    if (found === undefined) continue;
    // A RUN that does it ten times is one finding.
    const { instruction } = command.step;
    const known = said.get(instruction) ?? new Set<string>();
    said.set(instruction, known);
    if (known.has(found.what)) continue;
    known.add(found.what);
    const place = placeOf(image, command, found.word.position);
    if (found.stays) yield found.host ? ofOneHost(found.host, place) : forGood(found.what, place);
    else if (!checked.has(command.step.instruction)) yield once(found.what, place);
  }
}

interface Switch {
  what: string;
  word: ShellWord;
  /** It is written down for later programs. */
  stays?: boolean;
  /** The only host that it is about. */
  host?: string;
}

function switchedOff(command: ShellCommand): Switch | undefined {
  const { name } = command;
  if (name === "curl") return ofCurl(command);
  if (name === "wget")
    return found(command, /^--no-check-certificate$/, "wget does not check the server's certificate");
  if (/^(?:apt|apt-get|aptitude)$/.test(name)) return ofApt(command);
  if (name === "git") return ofGit(command);
  if (/^(?:conda|mamba|micromamba)$/.test(name)) return ofConda(command);
  if (/^(?:npm|yarn|pnpm)$/.test(name)) return ofNpm(command);
  if (/^(?:pip[\d.]*|python[\d.]*|uv)$/.test(name)) return ofPip(command);
  return undefined;
}

function found({ words }: ShellCommand, option: RegExp, what: string): Switch | undefined {
  const word = words.slice(1).find(({ value }) => option.test(value));
  return word && { what, word };
}

/** Short options of curl that take a value: what stands behind one of them in a word is that value. */
const curlValued = "AbcCdDeEFhHKmopPQrtTuUwxXyYz";

function ofCurl(command: ShellCommand): Switch | undefined {
  const { words } = command;
  const isOff = ({ value }: ShellWord): boolean => {
    if (value === "--insecure" || value === "--proxy-insecure") return true;
    if (!/^-[a-zA-Z#]/.test(value)) return false;
    for (const letter of value.slice(1)) {
      if (letter === "k") return true;
      if (curlValued.includes(letter)) return false;
    }
    return false;
  };
  const word = words.slice(1).find(isOff);
  // The machine itself is nobody on the way; plain http has nothing to check.
  const urls = words.filter(({ value }) => /^[a-z]+:\/\//.test(value)).map(({ value }) => value);
  const isNear =
    urls.length > 0 && urls.every((url) => /^https?:\/\/(?:localhost|127\.\d|\[::1\])|^http:/.test(url));
  return word && !isNear ? { what: "curl does not check the server's certificate", word } : undefined;
}

function ofApt(command: ShellCommand): Switch | undefined {
  const what = "apt installs packages whose signature nobody checked";
  const option = found(command, /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/, what);
  if (option) return option;
  return found(
    command,
    /^(?:-o=?)?(?:APT::Get::AllowUnauthenticated|Acquire::(?:AllowInsecureRepositories|AllowWeakRepositories))=(?:true|1|yes)$|^(?:-o=?)?Acquire::https?::(?:.*::)?Verify-(?:Peer|Host)=(?:false|0|no)$/i,
    what,
  );
}

function ofGit(command: ShellCommand): Switch | undefined {
  const what = "git does not check the server's certificate";
  const { words } = command;
  const config = words.findIndex(({ value }) => value === "config");
  const key = words.findIndex(({ value }) => /^http\.(?:.*\.)?sslverify$/i.test(value));
  const value = words[key + 1];
  if (config > 0 && key > config && /^(?:false|0|no|off)$/i.test(value?.value ?? ""))
    return {
      what,
      word: words[key] as ShellWord,
      stays: words.some((word) => /^--(?:global|system)$/.test(word.value)),
    };
  return found(command, /^http\.(?:.*\.)?sslverify=(?:false|0|no|off)$/i, what);
}

function ofConda(command: ShellCommand): Switch | undefined {
  const { words } = command;
  const key = words.findIndex(({ value }) => value === "ssl_verify");
  if (
    operands(command)[0]?.value === "config" &&
    key > 0 &&
    /^(?:false|no|0|off)$/i.test(words[key + 1]?.value ?? "")
  )
    return { what: "conda is told to check no certificates", word: words[key] as ShellWord, stays: true };
  return found(command, /^(?:--insecure|-k)$/, "conda does not check the server's certificate");
}

function ofNpm(command: ShellCommand): Switch | undefined {
  const { words } = command;
  const key = words.findIndex(({ value }) => value === "strict-ssl" || value === "strict-ssl=false");
  const off = words[key]?.value.endsWith("=false") || words[key + 1]?.value === "false";
  if (key > 0 && off && words.some(({ value }) => value === "set" || value === "config"))
    return {
      what: `${command.name} is told to check no certificates`,
      word: words[key] as ShellWord,
      stays: true,
    };
  return found(
    command,
    /^--(?:no-strict-ssl|strict-ssl=false)$/,
    `${command.name} does not check the server's certificate`,
  );
}

function ofPip(command: ShellCommand): Switch | undefined {
  const { words } = command;
  const isPip = /^(?:pip|uv)/.test(command.name) || (words[1]?.value === "-m" && words[2]?.value === "pip");
  if (!isPip) return undefined;
  const key = words.findIndex(({ value }) => /^(?:\w+\.)?trusted-host$/.test(value));
  const host = words[key + 1]?.value;
  if (words.some(({ value }) => value === "config") && key > 0 && host)
    return {
      what: "pip is told to trust a host without its certificate",
      word: words[key] as ShellWord,
      stays: true,
      ...(isMirror(host) ? { host } : {}),
    };
  return found(
    command,
    /^--(?:trusted-host|allow-insecure-host)(?:=|$)/,
    "pip trusts a host without its certificate",
  );
}

/** What configuration files say. */
const lines: { file: RegExp; line: RegExp; what: string }[] = [
  { file: /npmrc$/, line: /^\s*strict-ssl\s*=\s*false\b/i, what: "npm is told to check no certificates" },
  {
    file: /gitconfig$/,
    line: /^\s*sslverify\s*=\s*(?:false|0|no|off)\b/i,
    what: "git is told to check no certificates",
  },
  {
    file: /condarc$/,
    line: /^\s*ssl_verify\s*:\s*(?:false|no|off)\b/i,
    what: "conda is told to check no certificates",
  },
  { file: /curlrc$/, line: /^\s*-?-?(?:insecure|k)\s*$/i, what: "curl is told to check no certificates" },
  {
    file: /wgetrc$/,
    line: /^\s*check_certificate\s*=\s*(?:off|no|0)\b/i,
    what: "wget is told to check no certificates",
  },
  {
    file: /pip\.(?:conf|ini)$/,
    line: /^\s*trusted-host\s*=/i,
    what: "pip is told to trust a host without its certificate",
  },
  {
    file: /apt\.conf(?:\.d\/[^/]+)?$/,
    line: /(?:AllowUnauthenticated|AllowInsecureRepositories)\s+"?(?:true|1|yes)\b|Verify-(?:Peer|Host)\s+"?(?:false|0|no)\b/i,
    what: "apt is told to check neither signatures nor certificates",
  },
  {
    file: /sources\.list(?:\.d\/[^/]+)?$|\.list$/,
    // Packages that lie in the image are as trusted as the image.
    line: /^\s*deb(?:-src)?\s+\[[^\]]{0,200}\btrusted=yes\b[^\]]{0,200}\]\s+(?!file:|copy:)/i,
    what: "apt is told to take packages of this list without a signature",
  },
];

function* inFiles(image: Image): Generator<Report> {
  for (const write of fileWrites(image)) {
    if (write.target === undefined) continue;
    for (const { file, line, what } of lines) {
      if (!file.test(write.target) || !writesTo(write, file)) continue;
      const hit = write.lines.find(
        ({ text, isComment }) => !isComment && text.length < 5000 && line.test(text),
      );
      const say = isTakenBack(image, write) ? once : forGood;
      if (hit) yield say(what, placeOf(image, write, hit.position));
    }
  }
}

/** The same RUN removes the file again. */
function isTakenBack(image: Image, { target, command }: FileWrite): boolean {
  if (command === undefined || target === undefined) return false;
  return image.commands.some(
    ({ name, step, words }) =>
      step === command.step && name === "rm" && words.some(({ value }) => value === target),
  );
}
