/** What is loaded with the page of a PIREP, and not before. */
export { PirepConversation } from '../components/pirep-conversation.tsx';
