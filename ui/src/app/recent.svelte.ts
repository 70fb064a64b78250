import { isStrings, recall, remember } from '../lib/storage';
import { fileName } from '../lib/text';

/** How many libraries are remembered. */
const MOST = 6;

/** The libraries that were open lately, newest first. */
export class RecentLibraries {
  paths: readonly string[] = $state.raw(recall('libraries', isStrings) ?? []);

  /** Puts a library first. */
  note(path: string): void {
    this.paths = [path, ...this.paths.filter((one) => one !== path)].slice(0, MOST);
    remember('libraries', this.paths);
  }

  /** All but the one that is open. */
  others(open: string | undefined): { path: string; name: string }[] {
    return this.paths
      .filter((path) => path !== open)
      .map((path) => ({ path, name: fileName(path) }));
  }
}
