/**
 * Which files of a project are copies of other people's, by the folders they lie in: what is wrong there is mended elsewhere, and
 * the next copy would bring it back.
 * Does not see: copies in folders with other names.
 */

/** Whether a path leads through a folder of what was installed or vendored. `third-party` is none: people keep there what they wrote for other people's programs. */
export function isVendored(path: string): boolean {
  return /(?:^|[/\\])(?:node_modules|vendor|vendored|third_party)[/\\]/iu.test(path);
}

/** Whether a path leads through a folder that an archive of a release was unpacked to: `istio-1.27.0`. */
export function isUnpacked(path: string): boolean {
  return /(?:^|[/\\])[a-z][a-z-]*-v?\d+\.\d+\.\d+[/\\]/iu.test(path);
}
