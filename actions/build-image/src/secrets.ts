import type { Host } from "@mia/action-kit";
import { type BuildRequest, missingSecrets, secretBlanker } from "@mia/container";

/** A secret of more than this is blanked as far as it was read; keys and tokens have some kilobytes. */
const maxSecretBytes = 64 * 1024;
/** Blanking a very short value would cut ordinary words to pieces and hide nothing. */
const shortest = 4;
/** A line of a longer secret on its own, such as of a key, is blanked from here on. */
const shortestLine = 8;

/** What of the request's secrets is not there, in words. Nothing is started for that. */
export async function missingOf(host: Host, request: BuildRequest): Promise<string[]> {
  const paths = [
    ...(request.secretFiles ?? []).map(({ path }) => path),
    ...(request.ssh ?? []).flatMap(({ paths: keys }) => keys),
  ];
  const there = new Set<string>();
  for (const path of paths) if (await isReadable(host, path)) there.add(path);
  return missingSecrets(request, {
    hasVariable: (name) => Boolean(host.env[name]),
    hasFile: (path) => there.has(path),
  });
}

async function isReadable(host: Host, path: string): Promise<boolean> {
  // The socket of an agent is no file to read.
  if ((await host.files.kind(path)) === "other") return true;
  try {
    await host.files.readHead(path, 1);
    return true;
  } catch {
    return false;
  }
}

/**
 * A function that blanks everything secret in text for a log or a record: values of secrets whatever they come from, of arguments
 * named like secrets, and credentials in URLs. An instruction may print its secret, and BuildKit passes that on.
 */
export async function blankerOf(host: Host, request: BuildRequest): Promise<(text: string) => string> {
  const blank = secretBlanker(request.buildArgs, host.env);
  const values = (request.secretEnvs ?? []).map(({ variable }) => host.env[variable] ?? "");
  for (const { path } of request.secretFiles ?? []) {
    const head = await host.files.readHead(path, maxSecretBytes).catch(() => new Uint8Array());
    values.push(new TextDecoder().decode(head));
  }
  const words = [...new Set(values.flatMap(wordsOf))].sort((a, b) => b.length - a.length);
  if (words.length === 0) return blank;
  return (text) => words.reduce((blanked, word) => blanked.replaceAll(word, "***"), blank(text));
}

/** The value, and each line of one that has several: a log shows them line by line. */
function wordsOf(value: string): string[] {
  const whole = value.trim();
  const lines = whole.includes("\n") ? whole.split(/\r?\n/).map((line) => line.trim()) : [];
  return [
    ...(whole.length >= shortest ? [whole] : []),
    ...lines.filter((line) => line.length >= shortestLine && !/^-----[A-Z ]+-----$/.test(line)),
  ];
}
