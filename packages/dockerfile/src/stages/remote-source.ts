/** Whether a source of ADD is a URL or a git tree, and none of the context. */
export function isRemoteSource(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|[^/\s@]+@[^/\s:]+:)/i.test(source);
}
