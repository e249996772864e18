export { default as AirlineNotice } from '../components/airline-notice.vue';
export { default as Screen } from './settings.vue';
