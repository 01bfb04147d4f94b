import type { PrincipleId } from '../src/principles.js';
import type { LintedFile, Report } from './report.js';
import { perThousand, pointsOf } from './score.js';
import { groupBy } from './summary.js';

/** Findings of one principle in one folder. */
export interface Cell {
  readonly count: number;
  /** Per 1,000 lines of the folder; `undefined` where none of its lines is known. */
  readonly density: number | undefined;
  /** The colour: 0 for no finding, 1 to 5. */
  readonly heat: number;
}

export interface HeatMap {
  readonly principles: readonly PrincipleId[];
  readonly rows: readonly { readonly folder: string; readonly files: number; readonly lines: number; readonly cells: readonly Cell[] }[];
  /** Folders without a finding, of the same depth. */
  readonly cleanFolders: number;
}

/** Findings per 1,000 lines from which on a cell has the next colour. */
export const heatSteps: readonly number[] = [1, 3, 10, 30];

/** More rows are hard to read on one screen. */
const mostRows = 16;

/** Findings by folder and principle, with folders as deep as fit; those with most points first, and what does not fit in one last row. */
export function heatMap(report: Report, principles: readonly PrincipleId[]): HeatMap {
  const folders = groupBy(report.files, foldersOf(report.files));
  const found = [...folders].filter(([, files]) => files.some(({ findings }) => findings.length > 0));
  const sorted = found.map(([folder, files]) => ({ folder, files, points: pointsOf(files.flatMap(({ findings }) => findings)) }))
    .sort((a, b) => b.points - a.points || (a.folder < b.folder ? -1 : 1));
  const shown = sorted.length > mostRows ? sorted.slice(0, mostRows - 1) : sorted;
  const rest = sorted.slice(shown.length);
  if (rest.length > 0) shown.push({ folder: `${rest.length} more folders`, files: rest.flatMap(({ files }) => files), points: 0 });
  return {
    principles,
    rows: shown.map(({ folder, files }) => {
      const lines = files.reduce((sum, file) => sum + (file.lines ?? 0), 0);
      return { folder, files: files.length, lines, cells: principles.map((id) => cellOf(files, id, lines)) };
    }),
    cleanFolders: folders.size - found.length,
  };
}

function cellOf(files: readonly LintedFile[], id: PrincipleId, lines: number): Cell {
  const count = files.reduce((sum, { findings }) => sum + findings.filter(({ principle }) => principle === id).length, 0);
  const density = perThousand(count, lines);
  return { count, density, heat: count === 0 ? 0 : 1 + heatSteps.filter((step) => (density ?? 0) >= step).length };
}

/** The folder of a file, cut to the greatest depth at which the folders with findings fit. */
function foldersOf(files: readonly LintedFile[]): (file: LintedFile) => string {
  const withFindings = files.filter(({ findings }) => findings.length > 0);
  const deepest = Math.max(1, ...withFindings.map(({ file }) => file.split('/').length - 1));
  for (let depth = deepest; depth > 1; depth -= 1) {
    if (new Set(withFindings.map(({ file }) => folderAt(file, depth))).size <= mostRows) return ({ file }) => folderAt(file, depth);
  }
  return ({ file }) => folderAt(file, 1);
}

function folderAt(file: string, depth: number): string {
  return file.split('/').slice(0, -1).slice(0, depth).join('/') || '.';
}
