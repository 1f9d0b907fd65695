import type { BuildPair } from "./build-pairs.ts";

// The words by which BuildKit's own check SecretsUsedInArgOrEnv knows a secret.
const secretWord =
  /(?:^|[_.-])(?:apikey|auth|credentials?|key|passwd|password|pword|secret|token)(?:$|[_.-])/i;
const publicWord = /(?:^|[_.-])public(?:$|[_.-])/i;

/** True where a build argument is named like a secret. Build arguments stay readable in the image's history. */
export function looksLikeSecret(name: string): boolean {
  return secretWord.test(name) && !publicWord.test(name);
}

const credentialsInUrl = /\b([a-z][a-z0-9+.-]*:\/\/)[^/\s:@]*:[^/\s@]+@/gi;

/**
 * A function that blanks the values of secret-looking arguments, and the credentials of any URL, in text that goes to
 * a log or a record. `environment` gives the values of arguments that were passed by name alone.
 */
export function secretBlanker(
  args: readonly BuildPair[],
  environment: Readonly<Record<string, string | undefined>>,
): (text: string) => string {
  const values = args
    .filter(({ name }) => looksLikeSecret(name))
    .map(({ name, value }) => value ?? environment[name] ?? "")
    // Blanking a very short value would cut ordinary words to pieces and hide nothing.
    .filter((value) => value.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let blanked = text.includes("://") ? text.replace(credentialsInUrl, "$1***@") : text;
    for (const value of values) blanked = blanked.replaceAll(value, "***");
    return blanked;
  };
}
