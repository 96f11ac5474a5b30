/** A matrix with this many broken cells is not looked at any further. */
const NAMED = 25;

/** One case of a matrix: a name that finds it again, and what is wrong with it (`undefined`: nothing). */
export interface Cell {
  readonly name: string;
  readonly run: () => Promise<string | undefined> | string | undefined;
}

/** Runs every cell of a matrix; throws with the broken ones, each with the command that runs it alone. Answers how many. */
export async function checkCells(file: string, cells: Iterable<Cell>): Promise<number> {
  const only = process.env['BAD_CELL'];
  const broken: string[] = [];
  let count = 0;
  for (const { name, run } of cells) {
    if (only !== undefined && name !== only) continue;
    count += 1;
    let wrong: string | undefined;
    try {
      wrong = await run();
    } catch (error) {
      wrong = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    }
    if (wrong !== undefined) broken.push(`${name}: ${wrong}`);
    if (broken.length >= NAMED) break;
  }
  if (broken.length > 0)
    throw new Error(
      `${String(broken.length)} of ${String(count)} cells are broken:\n  ${broken.join('\n  ')}\n` +
        `One of them alone: BAD_CELL='${broken[0]?.split(':')[0] ?? ''}' npx vitest run --project node ${file}`,
    );
  return count;
}
