export { default as JoiningScreen } from './joining-screen.svelte';
export { default as AirlineProfile } from './pages/airline-profile.svelte';
