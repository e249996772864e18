/** The account mutations as a client sends them. */
export const operations = {
  register: `mutation ($input: RegisterInput!) { register(input: $input) { ok } }`,
  verifyEmail: `mutation ($input: TokenInput!) { verifyEmail(input: $input) { ok } }`,
  resendVerification: `mutation ($input: EmailInput!) { resendVerification(input: $input) { ok } }`,
  signIn: `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`,
  requestPasswordReset: `mutation ($input: EmailInput!) { requestPasswordReset(input: $input) { ok } }`,
  resetPassword: `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }`,
  changePassword: `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }`,
  requestEmailChange: `mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { ok } }`,
  confirmEmailChange: `mutation ($input: TokenInput!) { confirmEmailChange(input: $input) { ok } }`,
  updateProfile: `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { cursor user { displayName } } }`,
  exportMyData: `mutation ($input: ReauthInput!) { exportMyData(input: $input) { filename json } }`,
  requestAccountDeletion: `mutation ($input: ReauthInput!) { requestAccountDeletion(input: $input) { deletionDueAt } }`,
  cancelAccountDeletion: `mutation { cancelAccountDeletion { ok } }`,
  createApiKey: `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } } }`,
  viewer: `{ viewer { user { id displayName email emailVerified } deletionDueAt } }`,
};
