export { default as AccountNotices } from '../components/account-notices.vue';
export { default as Screen } from './account.vue';
