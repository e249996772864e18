export { default as JoiningScreen } from './joining-screen.vue';
export { default as AirlineProfile } from './pages/airline-profile.vue';
