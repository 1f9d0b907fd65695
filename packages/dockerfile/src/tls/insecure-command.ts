import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { isMirror } from "./pip-mirror.ts";

/** How a command leaves a check out. */
export interface Insecure {
  what: string;
  word: ShellWord;
  /** It is written down for later programs. */
  stays?: boolean;
  /** The only host that it is about. */
  host?: string;
}

/** What a download, an installation or a setting says against the check of certificates or signatures. */
export function insecureCommand(command: ShellCommand): Insecure | undefined {
  const { name } = command;
  if (name === "curl") return ofCurl(command);
  if (name === "alias") return ofAlias(command);
  if (name === "wget")
    return withOption(command, /^--no-check-certificate$/, "wget does not check the server's certificate");
  if (/^(?:apt|apt-get|aptitude)$/.test(name)) return ofApt(command);
  if (name === "git") return ofGit(command);
  if (/^(?:conda|mamba|micromamba)$/.test(name)) return ofConda(command);
  if (/^(?:npm|yarn|pnpm)$/.test(name)) return ofNpm(command);
  if (/^(?:pip[\d.]*|python[\d.]*|uv)$/.test(name)) return ofPip(command);
  return undefined;
}

/** Short options of curl that take a value: what stands behind one of them in a word is that value. */
const curlValued = "AbcCdDeEFhHKmopPQrtTuUwxXyYz";

function ofCurl(command: ShellCommand): Insecure | undefined {
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

/** `alias curl="curl -k"` */
function ofAlias({ words }: ShellCommand): Insecure | undefined {
  const word = words.slice(1).find(({ value }) => {
    const match = value.length > 500 ? null : /^\w+=(curl|wget)\s(.*)$/s.exec(value);
    const off =
      match?.[1] === "curl" ? /(?:^|\s)(?:-[a-zA-Z]*k|--insecure)(?:\s|$)/ : /--no-check-certificate/;
    return match !== null && off.test(match[2] ?? "");
  });
  return word && { what: "an alias switches the check of certificates off", word };
}

function ofApt(command: ShellCommand): Insecure | undefined {
  const what = "apt installs packages whose signature nobody checked";
  const option = withOption(
    command,
    /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/,
    what,
  );
  if (option) return option;
  return withOption(
    command,
    /^(?:-o=?)?(?:APT::Get::AllowUnauthenticated|Acquire::(?:AllowInsecureRepositories|AllowWeakRepositories))=(?:true|1|yes)$|^(?:-o=?)?Acquire::https?::(?:.*::)?Verify-(?:Peer|Host)=(?:false|0|no)$/i,
    what,
  );
}

function ofGit(command: ShellCommand): Insecure | undefined {
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
  return withOption(command, /^http\.(?:.*\.)?sslverify=(?:false|0|no|off)$/i, what);
}

function ofConda(command: ShellCommand): Insecure | undefined {
  const { words } = command;
  const key = words.findIndex(({ value }) => value === "ssl_verify");
  if (
    operands(command)[0]?.value === "config" &&
    key > 0 &&
    /^(?:false|no|0|off)$/i.test(words[key + 1]?.value ?? "")
  )
    return { what: "conda is told to check no certificates", word: words[key] as ShellWord, stays: true };
  return withOption(command, /^(?:--insecure|-k)$/, "conda does not check the server's certificate");
}

function ofNpm(command: ShellCommand): Insecure | undefined {
  const { words } = command;
  const key = words.findIndex(({ value }) => value === "strict-ssl" || value === "strict-ssl=false");
  const off = words[key]?.value.endsWith("=false") || words[key + 1]?.value === "false";
  if (key > 0 && off && words.some(({ value }) => value === "set" || value === "config"))
    return {
      what: `${command.name} is told to check no certificates`,
      word: words[key] as ShellWord,
      stays: true,
    };
  return withOption(
    command,
    /^--(?:no-strict-ssl|strict-ssl=false)$/,
    `${command.name} does not check the server's certificate`,
  );
}

function ofPip(command: ShellCommand): Insecure | undefined {
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
  return withOption(
    command,
    /^--(?:trusted-host|allow-insecure-host)(?:=|$)/,
    "pip trusts a host without its certificate",
  );
}

function withOption({ words }: ShellCommand, option: RegExp, what: string): Insecure | undefined {
  const word = words.slice(1).find(({ value }) => option.test(value));
  return word && { what, word };
}
