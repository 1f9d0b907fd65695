/** The user that every image here promises to be able to run as. */
const promised = "1000:1000";

/** Only digits that cannot be 0: docker reads `+0` as root, and the image's own passwd file may give any name uid 0. */
const unprivileged = /^[1-9]\d*(?::[1-9]\d*)?$/;

/**
 * uid:gid the container runs as. The runner's own, so that what it writes is the runner's to delete; never root's: a root
 * runner takes the image's user where that is a number, and else the one the images promise.
 */
export function containerUser(runner: { uid: number; gid: number } | undefined, imageUser: string): string {
  if (runner && runner.uid !== 0) return `${runner.uid}:${runner.gid}`;
  return unprivileged.test(imageUser) ? imageUser : promised;
}
