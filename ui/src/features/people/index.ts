export { default as PeopleView } from './PeopleView.svelte';
export { PeopleState } from './people.svelte';
export { default as PersonView } from './PersonView.svelte';
