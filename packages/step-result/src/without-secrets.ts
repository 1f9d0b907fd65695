/** The same text with `user:password@` and everything behind a question mark taken out of every URL: tokens stand there. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/"'<>]{1,2000}@/gi, "$1")
    .replace(/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s?#"'<>]{1,2000})\?[^\s#"'<>]*/gi, "$1");
}
