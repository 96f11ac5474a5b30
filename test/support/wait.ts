/**
 * How long to wait for what has no limit of its own: longer than a browser takes that is starved by three others on two
 * cores. Whatever has to be quick is given its own limit where it is tested.
 */
export const WAIT_MS = 30_000;
