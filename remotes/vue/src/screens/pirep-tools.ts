/** What is loaded with the list of PIREPs once it shows, and not before. */
export { default as PirepTools } from '../components/pirep-tools.vue';
