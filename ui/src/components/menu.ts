import type { IconName } from './icons';

/** One line of a menu. */
export interface MenuItem {
  /** Its words. */
  label: string;
  onselect: () => void;
  icon?: IconName;
  /** Keys that do the same. */
  keys?: string;
  /** For a line that can be ticked. */
  checked?: boolean;
  disabled?: boolean;
  isDangerous?: boolean;
  /** Whether a rule stands above it. */
  startsGroup?: boolean;
}
