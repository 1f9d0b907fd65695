/** Whether hosts that pip trusts are others than PyPI's, which are where nearly everything comes from. */
export function isMirror(hosts: string): boolean {
  return !/pypi\.(?:org|python\.org)|pythonhosted\.org/i.test(hosts);
}
