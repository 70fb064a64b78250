import { invoke } from '@tauri-apps/api/core';
import { listen as listenToShell } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { open, save } from '@tauri-apps/plugin-dialog';
import type { Event } from './generated/Event';
import { copyByWebView, isWebAddress, type DropEvent, type Platform } from './platform';
import type { Transport } from './transport';

/** Whether the page runs inside the desktop window. */
export function isInDesktopWindow(): boolean {
  return '__TAURI_INTERNALS__' in window;
}

/** Turns a pending subscription into one that can be ended at any time. */
function ending(subscription: Promise<() => void>): () => void {
  let isEnded = false;
  let end: (() => void) | null = null;
  void subscription.then((stop) => {
    if (isEnded) stop();
    else end = stop;
  });
  return () => {
    isEnded = true;
    end?.();
  };
}

/** Reaches the engine inside the desktop shell. */
export const shellTransport: Transport = {
  call: (name, request) => invoke('call', { name, request }),
  listen: (handler) => ending(listenToShell<Event>('engine', (event) => handler(event.payload))),
};

/** The desktop: dialogs of the system, dropped files with their paths. */
export const desktop: Platform = {
  isDesktop: true,

  async pickFiles() {
    const picked = await open({ multiple: true, title: 'Import documents' });
    return picked ?? [];
  },

  async pickFolder(title = 'Choose a folder') {
    return open({ directory: true, recursive: true, title });
  },

  async pickSavePath(defaultName) {
    return save({ defaultPath: defaultName, title: 'Save as' });
  },

  async openExternal(url) {
    if (isWebAddress(url)) await invoke('open_address', { url });
  },

  copyText: copyByWebView,

  onFilesDropped(handler) {
    return ending(
      getCurrentWebview().onDragDropEvent(({ payload }) => {
        const event: DropEvent =
          payload.type === 'drop'
            ? { type: 'dropped', paths: payload.paths }
            : payload.type === 'leave'
              ? { type: 'left' }
              : { type: 'over' };
        handler(event);
      }),
    );
  },
};
