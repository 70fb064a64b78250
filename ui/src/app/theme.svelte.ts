import { recall, remember } from '../lib/storage';

/** The light that a person wants; the system's own where they do not mind. */
export type ThemeChoice = 'system' | 'light' | 'dark';

function isChoice(value: unknown): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark';
}

/** Sets the window's theme and keeps it in step with the system. */
export class Theme {
  choice: ThemeChoice = $state('system');
  #system = window.matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    this.choice = recall('theme', isChoice) ?? 'system';
    this.#apply();
  }

  /** Follows the system until the function given back is called. */
  follow(): () => void {
    const apply = () => this.#apply();
    this.#system.addEventListener('change', apply);
    return () => this.#system.removeEventListener('change', apply);
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    remember('theme', choice);
    this.#apply();
  }

  #apply(): void {
    const isDark = this.choice === 'dark' || (this.choice === 'system' && this.#system.matches);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }
}
