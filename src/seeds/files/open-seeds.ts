/** Seed files opened to be edited: their texts and paths, and what they say before anything is changed. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { collectDiagnostics } from '../written/report.ts';
import { findSeedFiles } from './find-seed-files.ts';
import { type ReadText, readText } from './read-text.ts';

/** A seed file as it is on disk. */
export interface OpenFile extends ReadText {
  readonly path: string;
}

/** The seed files below some folders, and what is wrong with them as files. */
export interface OpenSeeds {
  readonly files: readonly OpenFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The texts of all seed files below the folders. */
export function openSeeds(folders: readonly string[]): OpenSeeds {
  const { report, sorted } = collectDiagnostics();
  const files = findSeedFiles(folders, report).map((seed) => ({
    ...readText(seed, report),
    path: seed.path,
  }));
  return { files, diagnostics: sorted() };
}
