const names = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];

/**
 * Empty proxy variables. The docker client adds `proxies` of its config.json, credentials included, to every container
 * (docker/cli, ConfigFile.ParseProxyConfig), but overrides no variable that the command line sets. Without a network the
 * container has no use for a proxy.
 */
export const noProxy: Readonly<Record<string, string>> = Object.fromEntries(
  names.flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, ""]),
);
