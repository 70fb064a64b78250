import type { IconName } from '../components/icons';
import type { Action } from './actions';
import type { Desk } from './desk.svelte';
import type { View } from './route.svelte';

/** The views, in the order of the sidebar. */
export const VIEWS: readonly { view: View; label: string; icon: IconName; letter: string }[] = [
  { view: 'search', label: 'Search', icon: 'search', letter: 's' },
  { view: 'documents', label: 'Documents', icon: 'documents', letter: 'd' },
  { view: 'quotations', label: 'Quotations', icon: 'quotations', letter: 'q' },
  { view: 'timeline', label: 'Timeline', icon: 'timeline', letter: 't' },
  { view: 'notes', label: 'Notes', icon: 'notes', letter: 'n' },
  { view: 'people', label: 'People', icon: 'people', letter: 'p' },
];

/** What the window does itself, beyond the desk's state. */
export interface WindowActs {
  focusSearch: () => void;
  nextPane: (direction: 1 | -1) => void;
}

/** Everything that can be done from anywhere. */
export function catalogue(desk: Desk, acts: WindowActs): Action[] {
  const isReadOnly = desk.library.status?.isReadOnly ?? true;
  const { place } = desk.route;
  const show = (choice: typeof desk.theme.choice, label: string, icon: IconName): Action => ({
    id: `theme-${choice}`,
    label,
    group: 'Window',
    icon,
    isEnabled: desk.theme.choice !== choice,
    run: () => desk.theme.choose(choice),
  });
  return [
    {
      id: 'palette',
      label: 'Command palette',
      group: 'Go to',
      icon: 'keyboard',
      keys: ['Ctrl+K'],
      run: () => (desk.dialog = { kind: 'palette' }),
    },
    {
      id: 'find',
      label: 'Search box',
      group: 'Go to',
      icon: 'search',
      keys: ['/'],
      run: acts.focusSearch,
    },
    ...VIEWS.map(({ view, label, icon, letter }, index): Action => ({
      id: `view-${view}`,
      label,
      group: 'Go to',
      icon,
      keys: [`Ctrl+${index + 1}`, `g ${letter}`],
      run: () => desk.show(view),
    })),
    {
      id: 'back',
      label: 'Back',
      group: 'Go to',
      icon: 'arrow-left',
      keys: ['Alt+ArrowLeft'],
      isEnabled: desk.route.canGoBack,
      run: () => desk.back(),
    },
    {
      id: 'forward',
      label: 'Forward',
      group: 'Go to',
      icon: 'arrow-right',
      keys: ['Alt+ArrowRight'],
      isEnabled: desk.route.canGoForward,
      run: () => desk.forward(),
    },
    {
      id: 'undo',
      label: 'Undo',
      group: 'Edit',
      icon: 'undo',
      keys: ['Ctrl+Z'],
      run: () => void desk.undo(),
    },
    {
      id: 'redo',
      label: 'Redo',
      group: 'Edit',
      icon: 'redo',
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      run: () => void desk.redo(),
    },
    {
      id: 'import-files',
      label: 'Import files…',
      group: 'Library',
      icon: 'import',
      keys: ['Ctrl+O'],
      isEnabled: !isReadOnly,
      run: () => void desk.importFiles(),
    },
    {
      id: 'import-folder',
      label: 'Import a folder…',
      group: 'Library',
      icon: 'folder',
      isEnabled: !isReadOnly,
      run: () => void desk.importFolder(),
    },
    {
      id: 'import-sample',
      label: 'Import the sample collection',
      group: 'Library',
      icon: 'book',
      isEnabled: !isReadOnly && desk.library.status?.hasSample === false,
      run: () => void desk.importSample(),
    },
    {
      id: 'report',
      label: 'Last import report',
      group: 'Library',
      icon: 'list',
      run: () => (desk.dialog = { kind: 'report', report: null }),
    },
    {
      id: 'export',
      label: 'Export notes and annotations…',
      group: 'Library',
      icon: 'export',
      keys: ['Ctrl+E'],
      run: () => (desk.dialog = { kind: 'export', request: null }),
    },
    {
      id: 'new-collection',
      label: 'New collection…',
      group: 'Library',
      icon: 'collection-add',
      isEnabled: !isReadOnly,
      run: () => (desk.dialog = { kind: 'new-collection', documents: [] }),
    },
    {
      id: 'check',
      label: 'Check the library',
      group: 'Library',
      icon: 'verify',
      run: () => (desk.dialog = { kind: 'check' }),
    },
    {
      id: 'open-library',
      label: 'Open another library…',
      group: 'Library',
      icon: 'library',
      run: () => void desk.openLibrary(),
    },
    {
      id: 'new-library',
      label: 'New library…',
      group: 'Library',
      icon: 'plus',
      run: () => void desk.makeLibrary(),
    },
    {
      id: 'close-document',
      label: 'Close the document',
      group: 'Window',
      icon: 'close',
      keys: ['Ctrl+W'],
      isEnabled: place.document !== null,
      run: () => desk.closeDocument(),
    },
    {
      id: 'like',
      label: 'More like this document',
      group: 'Go to',
      icon: 'similar',
      isEnabled: place.document !== null,
      run: () => {
        if (place.document !== null) void desk.showLike(place.document);
      },
    },
    {
      id: 'next-pane',
      label: 'Next pane',
      group: 'Window',
      keys: ['F6'],
      run: () => acts.nextPane(1),
    },
    {
      id: 'previous-pane',
      label: 'Previous pane',
      group: 'Window',
      keys: ['Shift+F6'],
      run: () => acts.nextPane(-1),
    },
    ...desk.library.collections.map((collection): Action => ({
      id: `collection-${collection.id}`,
      label: collection.name,
      group: 'Collections',
      icon: 'collection',
      run: () => desk.showCollection(collection),
    })),
    ...desk.library.savedSearches.map((saved): Action => ({
      id: `saved-${saved.id}`,
      label: saved.name,
      group: 'Searches',
      icon: 'saved',
      run: () => void desk.showSavedSearch(saved),
    })),
    ...desk.library.tags.map((tag): Action => ({
      id: `tag-${tag.name}`,
      label: tag.name,
      group: 'Tags',
      icon: 'tag',
      run: () => desk.showNotes(tag.name),
    })),
    show('system', 'Theme of the system', 'screen'),
    show('light', 'Light theme', 'sun'),
    show('dark', 'Dark theme', 'moon'),
    {
      id: 'keys',
      label: 'All keys',
      group: 'Window',
      icon: 'help',
      keys: ['?'],
      run: () => (desk.dialog = { kind: 'keys' }),
    },
  ];
}
