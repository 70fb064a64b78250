/** What a search view of a test tells the window. */
import { vi } from 'vitest';

export const heard = {
  onopen: vi.fn(),
  onpreview: vi.fn(),
  onmembership: vi.fn(),
  onnewcollection: vi.fn(),
  ondelete: vi.fn(),
  onsave: vi.fn(() => Promise.resolve(true)),
  ontimeline: vi.fn(),
  onquotations: vi.fn(),
  onlike: vi.fn(),
  onnote: vi.fn(),
  ontab: vi.fn(),
  onerror: vi.fn(),
  ondragdocuments: vi.fn(),
};
