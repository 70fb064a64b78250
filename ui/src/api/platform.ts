/** Files and folders that are being dragged over the window, or were dropped on it. */
export type DropEvent =
  | { type: 'over' }
  | { type: 'left' }
  /** Absolute paths; empty where the window may not know them. */
  | { type: 'dropped'; paths: string[] };

/** What the window can ask of the machine it runs on. */
export interface Platform {
  /** Whether there are dialogs of the system, as against a page in a browser. */
  readonly isDesktop: boolean;
  /** Asks for files to import; empty where the person thought better of it. */
  pickFiles(): Promise<string[]>;
  /** Asks for a folder. */
  pickFolder(title?: string): Promise<string | null>;
  /** Asks where to write a file. */
  pickSavePath(defaultName: string): Promise<string | null>;
  /** Opens an address in the person's browser. */
  openExternal(url: string): Promise<void>;
  copyText(text: string): Promise<void>;
  /** Hears of files dragged from outside until the function given back is called. */
  onFilesDropped(handler: (event: DropEvent) => void): () => void;
}

let current: Platform | null = null;

/** Says what machine the window runs on; done once, before anything is shown. */
export function installPlatform(chosen: Platform): void {
  current = chosen;
}

/** The machine the window runs on. */
export function platform(): Platform {
  if (!current) throw new Error('No platform was installed before it was asked for.');
  return current;
}

/** Puts text on the clipboard by the means of the web view. */
export async function copyByWebView(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A view without the clipboard interface, or without its permission, still copies a selection.
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    if (!isCopied) throw new Error('The text could not be copied to the clipboard.');
  }
}

/** Whether an address is one that may be handed to a browser. */
export function isWebAddress(url: string): boolean {
  return /^(https?|mailto):/i.test(url);
}
