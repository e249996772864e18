export { default as AccountScreen } from './account-screen.vue';
export { default as AccountNotices } from './components/account-notices.vue';
