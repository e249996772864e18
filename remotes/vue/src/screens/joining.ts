export { default as AirlineProfile } from '../pages/airline-profile.vue';
export { default as Screen } from './joining.vue';
