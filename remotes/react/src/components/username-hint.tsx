/** Tells a password manager whose password a form is about; people do not see it. */
export function UsernameHint({ email }: { email: string | null }) {
  return <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />;
}
