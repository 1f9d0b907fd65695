import type { BuildPair } from "./build-pairs.ts";

// Longer words count wherever they stand, since names such as GITHUBTOKEN are common; a tokenizer is none.
const longWord = /token(?!i[sz])|secret|passw|passphrase|credential/i;
// Short words count at the end of a part of the name, or alone: PAT is a secret, PATCH and COMPAT are none.
const shortWord =
  /(?:key|auth|pwd)s?(?=$|[\d_.-])|(?:^|[_.-])(?:gh|git|github|gitlab|ado|azure)?pat(?=$|[\d_.-])|(?:^|[_.-])(?:db|pg|user|root|admin)?(?:pw|pass|pword|creds?)(?=$|[\d_.-])/i;
const publicKey = /public[_.-]?keys?/gi;
const workingFolder = /^(?:OLD)?PWD$/;

/** True where a build argument is named like a secret. Build arguments stay readable in the image's history. */
export function looksLikeSecret(name: string): boolean {
  if (workingFolder.test(name)) return false;
  const parted = name.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(publicKey, "");
  return longWord.test(parted) || shortWord.test(parted);
}

// Up to the last @ before the path: a password may hold one. A token may stand alone, without a colon.
const userInUrl = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^/?#\s"'<>]+@/gi;
/** Here an @ stands before a digest, and `git` is the user of every ssh address. */
const notSecret = /^(?:docker-image|oci-layout):\/\/|^ssh:\/\/git@$/i;

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
    let blanked = text.includes("://") ? text.replace(userInUrl, blankUser) : text;
    for (const value of values) blanked = blanked.replaceAll(value, "***");
    return blanked;
  };
}

function blankUser(matched: string, scheme: string): string {
  return notSecret.test(matched) ? matched : `${scheme}***@`;
}
