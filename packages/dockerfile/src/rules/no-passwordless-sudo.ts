import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { type FileWrite, writesTo } from "../stages/file-write.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { placeOf } from "../stages/place.ts";
import type { WrittenLine } from "../stages/written-lines.ts";

export const noPasswordlessSudo: Rule = {
  code: "MIA306",
  id: "no-passwordless-sudo",
  description: "No account becomes root without a password.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const checked = image.commands.some(
      ({ name, words }) => name === "visudo" && words.some(({ value }) => /^-[a-z]*c/.test(value)),
    );
    for (const write of fileWrites(image)) {
      if (!writesTo(write, /sudoers(?:$|\.d\/|\.tmp)/)) continue;
      let open = false;
      for (const line of write.lines) {
        const report = judge(image, write, line);
        if (report) yield report;
        open ||= report !== undefined;
      }
      // Whoever takes the line out needs no advice on how to write it.
      if (!open && !checked) yield* advise(image, write);
    }
  },
};

function judge(
  image: Image,
  write: FileWrite,
  { text, position, isComment }: WrittenLine,
): Report | undefined {
  if (isComment) return undefined;
  const rule = /\bNOPASSWD\s*:\s*(.{0,200})/.exec(text);
  const never = /^\s*Defaults\b.{0,200}!authenticate\b/.test(text);
  if (rule === null && !never) return undefined;
  const commands = (rule?.[1] ?? "ALL").replace(/^(?:(?:SETENV|NOEXEC|EXEC|LOG_\w+)\s*:\s*)*/, "").trim();
  const all = /^ALL\b|^[$`%"']|^$/.test(commands);
  // Without a policy, nobody has promised that the user stays one.
  const severity = image.policy.user && all ? undefined : ("warning" as const);
  // The container's caller asks for it, or does not.
  const asked = write.when === "start" && write.command?.conditional === true;
  const message = all
    ? "sudo without a password makes the account root: running as another user protects nothing"
    : "sudo runs some commands as root without a password: each of them must be safe with any argument and any environment";
  return {
    message,
    remedy: "Install what needs root while building, before USER, and leave sudo out.",
    locations: [placeOf(image, write, position)],
    ...(asked ? { severity: "info" as const } : severity && { severity }),
  };
}

function* advise(image: Image, write: FileWrite): Generator<Report> {
  const [line] = write.lines;
  const { command, target = "", how } = write;
  if (command === undefined || line === undefined || write.when === "start" || write.file !== undefined)
    return;
  const grants = write.lines.find(({ text }) => /^\s*[%\w][\w$@{}-]*\s+\S+\s*=/.test(text));
  if (grants === undefined || how === "edit") return;
  const locations = [placeOf(image, write, grants.position)];
  if (/\/sudoers$/.test(target)) {
    const message =
      "a line is added to /etc/sudoers and nobody checks it: with one mistake in it, sudo works for no one";
    yield {
      message,
      remedy: "Run `visudo -c` behind it, or write a file of its own in /etc/sudoers.d.",
      locations,
      severity: "info",
    };
  } else if (/\/sudoers\.d\//.test(target) && !setsMode(image, target)) {
    const message = `${target.slice(0, 200)} keeps the mode that the build gives it; sudo asks for 0440`;
    yield { message, remedy: `Run \`chmod 0440\` on it, and \`visudo -c\`.`, locations, severity: "info" };
  }
}

function setsMode(image: Image, target: string): boolean {
  const folder = target.slice(0, target.lastIndexOf("/"));
  return image.commands.some(
    ({ name, words }) =>
      (name === "chmod" || name === "install") &&
      words.some(({ value }) => value === target || value.startsWith(folder)),
  );
}
