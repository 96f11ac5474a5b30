import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A bug put in on purpose, to see a test fail: without that, nobody knows that the test can. */
export interface PlantedBug {
  /**
   * The promise it breaks, by its number in the reliability reference: `P-1`, `S-12`, `A-3`, `U-4`. Those of the design and of
   * the languages have no number there: `theme`, `words`.
   */
  readonly invariant: string;
  /** What is wrong with it, in one sentence. */
  readonly about: string;
  /** The source it is planted in, from the repository's root. */
  readonly file: string;
  /** Text that stands in the source exactly once, and what stands there instead. */
  readonly find: string;
  readonly replace: string;
  /** The test file that has to fail. */
  readonly test: string;
  /** Pattern of the titles to run in it; all of them where it is not given. */
  readonly title?: string;
  /** The test drives the built files: they are built again with the bug in them. */
  readonly built?: boolean;
}

const FOLDER = path.join(import.meta.dirname, 'bugs');

/** All planted bugs, by the name of their file. */
export async function readPlantedBugs(): Promise<ReadonlyMap<string, PlantedBug>> {
  const found = new Map<string, PlantedBug>();
  for (const file of readdirSync(FOLDER).sort()) {
    const { bug } = (await import(pathToFileURL(path.join(FOLDER, file)).href)) as { bug: PlantedBug };
    found.set(file.replace(/\.ts$/, ''), bug);
  }
  return found;
}

/** The source with the bug in it. Throws where the text to replace does not stand there exactly once. */
export function plant({ file, find, replace }: PlantedBug, source: string): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`${file} holds ${String(parts.length - 1)} times, not once: ${find}`);
  return parts.join(replace);
}
