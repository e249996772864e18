export { default as AirlineProfile } from '../pages/airline-profile.svelte';
export { default as Screen } from './joining.svelte';
