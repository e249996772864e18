export { default as AccountScreen } from './account-screen.svelte';
export { default as AccountNotices } from './components/account-notices.svelte';
