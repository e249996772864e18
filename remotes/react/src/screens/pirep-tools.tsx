/** What is loaded with the list of PIREPs once it shows, and not before. */
export { PirepTools } from '../components/pirep-tools.tsx';
