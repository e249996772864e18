export { default as AccountNotices } from '../components/account-notices.svelte';
export { default as Screen } from './account.svelte';
