/** Tokens that are known by their shape. Each pattern is one pass: no part of it can be repeated in two ways. */
const shapes: [name: string, pattern: RegExp][] = [
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{50,255})\b/],
  ["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20,100}/],
  ["a Hugging Face token", /\bhf_[A-Za-z0-9]{30,100}\b/],
  ["an AWS key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["an OpenAI key", /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,255}\b/],
  ["an Anthropic key", /\bsk-ant-[A-Za-z0-9_-]{32,255}\b/],
  ["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{20,255}\b/],
  ["a Google key", /\bAIza[A-Za-z0-9_-]{35}\b/],
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a PyPI token", /\bpypi-AgEI[A-Za-z0-9_-]{50,255}/],
  ["an NVIDIA key", /\bnvapi-[A-Za-z0-9_-]{40,255}/],
  ["a Docker Hub token", /\bdckr_pat_[A-Za-z0-9_-]{20,100}/],
  ["a RunPod key", /\brpa_[A-Z0-9]{40,60}\b/],
  ["a private key", /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/],
  ["a password in an address", /\bhttps?:\/\/[A-Za-z0-9._%+-]{0,100}:[^\s@/:$"'{}<>`()]{4,255}@[A-Za-z0-9]/],
  [
    "a token in an address",
    /\bhttps?:\/\/(?=[a-z0-9_]{0,60}\d)[A-Za-z0-9_]{20,255}@(?:github|gitlab|bitbucket|huggingface)\./,
  ],
];

/** What a text gives away: the kind of secret and where it begins. Never the secret itself. */
export function secretIn(text: string): { kind: string; index: number } | undefined {
  if (text.length > 20_000 || !/[_:-]|AKIA|ASIA|AIza/.test(text)) return undefined;
  for (const [kind, pattern] of shapes) {
    const match = pattern.exec(text);
    if (match && !isPlaceholder(match[0])) return { kind, index: match.index };
  }
  return undefined;
}

/** What people write where a secret would stand. */
const placeholders =
  /example|placeholder|changeme|change_me|change-me|your[-_]?|xxxx|<|>|\.\.\.|\*\*\*|dummy|redacted|todo|replace|insert|(?:user|username|token):(?:pass|password|token|secret)@|:x-oauth-basic@|:password@|:token@/i;

function isPlaceholder(text: string): boolean {
  return placeholders.test(text) || /([A-Za-z0-9])\1{7}/.test(text);
}

const secretName =
  /(?:^|_)(?:TOKEN|SECRET|API_?KEY|ACCESS_KEY|SECRET_KEY|SECRET_ACCESS_KEY|PRIVATE_KEY|AUTH_KEY|LICENSE_KEY|CREDENTIALS?|PASS|PASSWORD|PASSWD|PASSPHRASE)$/i;
/** Names of the same form that hold no secret: tokens of a tokenizer, keys that are public. */
const harmlessName =
  /(?:^|_)(?:BOS|EOS|PAD|UNK|SEP|CLS|MASK|MAX|MIN|NUM|NEW|STOP|SPECIAL|IMAGE|AUDIO|VIDEO|USE|NO|SKIP|ALLOW|REQUIRE|ENABLE|DISABLE|HAS|WITH|PUBLIC|GPG|APT|BY|BY_?)_/i;

/** Whether a variable's name says that it holds a secret. */
export function isSecretName(name: string): boolean {
  return (
    name.length < 200 &&
    secretName.test(name) &&
    !harmlessName.test(name) &&
    !/^_?(?:PASS|TOKEN)$/i.test(name)
  );
}

/** Whether a value may be a secret: no switch, number, path, address, or words that hold its place. */
export function isSecretValue(value: string): boolean {
  if (value.length < 8 || value.length > 4096 || /\s/.test(value)) return false;
  if (/^[\d.,-]+$/.test(value) || /[$`]/.test(value) || /^(?:[~.]{0,2}\/|https?:)/.test(value)) return false;
  if (/^(?:[[<{(%])|(?:[\]>})%])$/.test(value)) return false;
  return (
    !isPlaceholder(value) &&
    !/^(?:none|null|undefined|disabled|default|required|optional|secret|password|token)/i.test(value)
  );
}
