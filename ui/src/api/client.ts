import { toFailure } from './failure';
import type { Commands } from './generated/Commands';
import type { Event } from './generated/Event';
import type { Transport } from './transport';

export { ApiFailure, toFailure } from './failure';

let transport: Transport | null = null;

/** Says how commands reach the engine; done once, before anything is shown. */
export function installTransport(chosen: Transport): void {
  transport = chosen;
}

/** Sends a command and gives its response; rejects with an `ApiFailure`. */
export async function call<K extends keyof Commands>(
  name: K,
  request: Commands[K][0],
): Promise<Commands[K][1]> {
  try {
    return (await installed().call(name, request)) as Commands[K][1];
  } catch (thrown) {
    throw toFailure(thrown);
  }
}

/** Hears every event of the engine until the function given back is called. */
export function listen(handler: (event: Event) => void): () => void {
  return installed().listen(handler);
}

function installed(): Transport {
  if (!transport) throw new Error('No transport was installed before the first command.');
  return transport;
}
