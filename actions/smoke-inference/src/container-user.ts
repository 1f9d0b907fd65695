/**
 * uid:gid the container runs as. The runner's own, so that what it writes is the runner's to delete; never root's: a root
 * runner takes the image's user, and `nobody` where that is root too.
 */
export function containerUser(runner: { uid: number; gid: number } | undefined, imageUser: string): string {
  if (runner && runner.uid !== 0) return `${runner.uid}:${runner.gid}`;
  const [name = ""] = imageUser.split(":");
  const isRoot = name === "" || name === "root" || /^0+$/.test(name);
  return isRoot ? "65534:65534" : imageUser;
}
