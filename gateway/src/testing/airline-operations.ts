import type { Product } from './product.ts';

const member = 'member { id role pilotNumber leftAt rank { name } }';
const application = 'application { id state message reason }';
const airline = `airline {
  state name iata brandColour joinPolicy ranks { name minimumHours }
  settings { autoAccept landingRateLimitFpm autoAcceptNetworks ownReview distanceUnit weightUnit }
}`;

/** The mutations about airlines and their members: input type, and what is asked of the answer. */
const mutations = {
  updateAirline: ['UpdateAirlineInput', airline],
  setRanks: ['SetRanksInput', airline],
  suspendAirline: ['AirlineReasonInput', airline],
  reinstateAirline: ['AirlineReasonInput', airline],
  closeAirline: ['CloseAirlineInput', airline],
  inviteMember: ['InviteMemberInput', 'ok'],
  revokeInvitation: ['RevokeInvitationInput', 'ok'],
  acceptInvitation: ['TokenInput', member],
  joinAirline: ['JoinAirlineInput', `${member} ${application}`],
  withdrawApplication: ['WithdrawApplicationInput', 'ok'],
  decideApplication: ['DecideApplicationInput', 'ok'],
  changeMemberRole: ['ChangeMemberRoleInput', member],
  removeMember: ['MemberReasonInput', 'ok'],
  leaveAirline: ['LeaveAirlineInput', 'ok'],
} as const;

export type AirlineMutation = keyof typeof mutations;

/** The mutation by name, over HTTP; `data` is what it answers. */
export async function command(product: Pick<Product, 'ask'>, name: AirlineMutation, input: object, token?: string) {
  const [type, selection] = mutations[name];
  const answer = await product.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { cursor ${selection} } }`,
    { input },
    token ? { token } : {},
  );
  return { ...answer, data: answer.data?.[name], error: answer.errors?.[0] };
}
