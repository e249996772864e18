export { default as AirlineNotice } from '../components/airline-notice.svelte';
export { default as Screen } from './settings.svelte';
