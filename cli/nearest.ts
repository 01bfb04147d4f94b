import { distance } from 'fastest-levenshtein';

/** The names that a misspelt one may mean, the best first; at most three. */
export function nearest(name: string, names: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  return names
    .map((candidate) => ({ candidate, far: candidate.toLowerCase().includes(wanted) && wanted.length > 3 ? 0 : distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
