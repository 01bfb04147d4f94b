/** Paths as texts: no file system is asked. */

/** A path of either system without `.` and `..`, so that paths compare. */
export function normalized(path: string): string {
  const separator = /^(?:[A-Za-z]:|\\\\)/u.test(path) ? '\\' : '/';
  const parts: string[] = [];
  for (const part of path.split(separator === '\\' ? /[\\/]/u : '/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join(separator);
}
