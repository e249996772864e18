/** What is loaded with the page of a PIREP, and not before. */
export { default as PirepConversation } from '../components/pirep-conversation.vue';
